/** Puts HTML, already escaped, into the places `{{name}}`; throws where the template asks for an unknown one. */
export const fillTemplate = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`A page's template asks for {{${name}}}, which is not known.`);
    return value;
  });
