import type { FormAccess, TextName } from "./form-access";

/** What a field of text needs to show one part of the form and to change it. */
export const bindText = ({ form, change, idOf, problemOf }: FormAccess, name: TextName) => ({
  id: idOf(name),
  value: form[name],
  problem: problemOf(name),
  onChange: (value: string) => change({ [name]: value }),
});
