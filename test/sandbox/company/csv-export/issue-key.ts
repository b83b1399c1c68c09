/**
 * Whether this is an issue key: a project key (a capital letter, then capitals, digits or underscores: Jira's default rule),
 * a hyphen and a number, here of at most nine digits.
 */
export const isIssueKey = (text: string): boolean => /^[A-Z][A-Z0-9_]+-[1-9][0-9]{0,8}$/.test(text);
