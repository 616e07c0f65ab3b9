import { graphql } from '../../../generated/gql';

/** Those that are published and in use. */
export const TEMPLATES = graphql(`
  query Templates($for: TemplateFor!) {
    templates(for: $for) {
      id
      key
      title
    }
  }
`);

/** What a template offers for a form: markdown by field. */
export const TEMPLATE_FIELDS = graphql(`
  query TemplateFields($key: String!) {
    templateFields(key: $key) {
      title
      fields {
        name
        text
      }
      template {
        id
        number
      }
    }
  }
`);
