import type { FieldNode, GraphQLField, GraphQLObjectType } from 'graphql';

/** Thrown where ordinary execution has to answer: it knows more, and says what is wrong. */
export class NotProjectable extends Error {}

/** How one value becomes JSON text. */
export type WriteValue = (value: unknown, writing: Writing) => string;

/** One field of the answer. */
export interface ProjectedField {
  /** `"key":` with the comma before it. */
  prefix: string;
  /** The text of `__typename`, which no object has to be asked for. */
  constant?: string;
  name: string;
  parent: GraphQLObjectType;
  /** Absent where the value is the object's property of the same name. */
  resolver?: GraphQLField<unknown, unknown>;
  nodes: FieldNode[];
  write: WriteValue;
}

/** The fields that are asked of objects of one type at one place of a document. */
export interface ProjectedObject {
  fields: ProjectedField[];
}

/** Calls a resolver as GraphQL would. */
export type Resolve = (field: ProjectedField, source: unknown) => unknown;

/**
 * One answer being written. A resolver that answers later is waited for, together with all others that were met, and the
 * text is written anew with what they said: at most once per level of the document, and loaders see a whole level at once.
 */
export class Writing {
  private readonly values = new Map<ProjectedField, Map<unknown, unknown>>();
  private readonly texts = new Map<ProjectedObject, Map<object, string>>();
  private waits: Promise<unknown>[] = [];

  constructor(private readonly resolve: Resolve) {}

  async text(root: ProjectedObject, source: unknown): Promise<string> {
    for (;;) {
      this.waits = [];
      const text = this.begun(root, source);
      if (this.waits.length === 0) return text;
      await Promise.all(this.waits);
    }
  }

  private begun(root: ProjectedObject, source: unknown): string {
    try {
      return this.object(root, source);
    } catch (error) {
      // What was begun and nobody waits for any more must not end the process when it fails.
      for (const wait of this.waits) void wait.catch(() => undefined);
      throw error;
    }
  }

  /** The same object at the same place is written once: forty cards of a team share its text. */
  object(projected: ProjectedObject, source: unknown): string {
    const shared = typeof source === 'object' && source !== null ? this.textsOf(projected) : undefined;
    const known = shared?.get(source as object);
    if (known !== undefined) return known;
    const waitsBefore = this.waits.length;
    let text = '{';
    for (const field of projected.fields) {
      text += field.prefix + (field.constant ?? this.field(field, source));
    }
    text += '}';
    if (waitsBefore === this.waits.length) shared?.set(source as object, text);
    return text;
  }

  private field(field: ProjectedField, source: unknown): string {
    if (field.resolver === undefined) return field.write(propertyOf(source, field.name), this);
    const values = this.valuesOf(field);
    if (!values.has(source)) {
      const value = this.resolve(field, source);
      values.set(source, value instanceof Promise ? value.then((later) => void values.set(source, later)) : value);
    }
    const value = values.get(source);
    if (value instanceof Promise) {
      this.waits.push(value);
      return 'null';
    }
    return field.write(value, this);
  }

  private valuesOf(field: ProjectedField): Map<unknown, unknown> {
    const known = this.values.get(field);
    if (known) return known;
    const values = new Map<unknown, unknown>();
    this.values.set(field, values);
    return values;
  }

  private textsOf(projected: ProjectedObject): Map<object, string> {
    const known = this.texts.get(projected);
    if (known) return known;
    const texts = new Map<object, string>();
    this.texts.set(projected, texts);
    return texts;
  }
}

function propertyOf(source: unknown, name: string): unknown {
  const value: unknown =
    typeof source === 'object' && source !== null ? (source as Record<string, unknown>)[name] : null;
  // A method or a promise in the place of a value is for ordinary execution to understand.
  if (typeof value === 'function' || value instanceof Promise) throw new NotProjectable(name);
  return value;
}
