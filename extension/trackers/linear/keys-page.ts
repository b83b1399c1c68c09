/** Where Linear makes personal API keys; the same address for every workspace. */
export const linearKeysPage = "https://linear.app/settings/account/security";
