import { Global, Module } from '@nestjs/common';
import { ReactionRunner } from '../events/reaction-runner.js';
import { AuthSweep } from './auth-sweep.js';
import { JobRunner } from './job-runner.js';
import { Jobs } from './jobs.js';

/** Work that nobody waits for. Registering and ordering is for every process; running is for `JobRunner.start` and `ReactionRunner.start`. */
@Global()
@Module({ providers: [Jobs, JobRunner, ReactionRunner, AuthSweep], exports: [Jobs, JobRunner, ReactionRunner] })
export class JobsModule {}
