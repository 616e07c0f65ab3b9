import {
  COACHING_QUESTIONS,
  QUESTION_SITUATIONS,
  type QuestionSituation,
} from '@chapterhouse/domain/chapters/coaching-questions';
import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';

export const QuestionSituationEnum = enumOf('QuestionSituation', QUESTION_SITUATIONS);

@ObjectType()
export class CoachingQuestions {
  @Field(() => QuestionSituationEnum) situation: QuestionSituation;
  @Field(() => String) title: string;
  @Field(() => [String]) questions: string[];
}

/** Open questions for whoever facilitates, by situation: the domain's own words. */
@Resolver()
export class CoachingResolver {
  @Query(() => [CoachingQuestions])
  @Action('chapter:view')
  coachingQuestions(): CoachingQuestions[] {
    return QUESTION_SITUATIONS.map((situation) => {
      const { title, questions } = COACHING_QUESTIONS[situation];
      return { situation, title, questions: [...questions] };
    });
  }
}
