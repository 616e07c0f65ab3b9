import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { TEMPLATE_FIELDS } from './templates.operations';

/** What the template of this key offers, by field; empty key: none. Its words are taken once: a later version changes no form. */
export function useTemplateWords(key: string) {
  const { data, error, loading, refetch } = useQuery(TEMPLATE_FIELDS, { variables: { key }, skip: key === '' });
  const offered = data?.templateFields;
  const words = useMemo(
    () => (offered ? new Map(offered.fields.map(({ name, text }) => [name, text])) : null),
    [offered],
  );
  return { words, title: offered?.title ?? '', error, loading: key !== '' && loading, refetch };
}
