/** Texts that break what is careless with them: markup, scripts, odd Unicode, names that objects have anyway, and length. */
// biome-ignore format: one text a line would hide the rest
export const evilTexts: readonly string[] = [
  "", " ", "\u0000", "a\u0000b", "\ud800", "\udfff\ud800", "\u202eRTL\u202c", "\u2066\u2069", "\u200b\u200d", "e\u0301".repeat(40),
  "\u2028", "x\u2028y", "  \u2028 x", "\ufeff", "\u0085", "\v\f", "😀".repeat(50), "👨‍👩‍👧‍👦", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L", "שלום ATL-1 مرحبا",
  "<script>globalThis.owned = 1</script>", "<img src=x onerror=\"globalThis.owned = 1\">", "<svg/onload=globalThis.owned=1>",
  "javascript:globalThis.owned=1", "data:text/html,<script>1</script>", "https://evil.example/\"><b>", "//evil.example", "\\\\evil",
  "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "null", "undefined", "NaN", "[object Object]", "$1", "$&", "$<name>", "%00",
  "ATL-1", "ATL-0", "ATL-99999999999999999999", "atl-1", "-1", "A-", "-", "NaN-1", "1e400", "0x10", "2026-02-30", "9999-99-99", "0000-00-00",
  "2026-11-20", "active", "stopped", "value", "unreadable", "none", "incident", "signed", "proxy", "up", "person", "by-author", "Lane", "lane",
  "plumbline:sign-off:v2:product:10001:", `plumbline:sign-off:v2:product:10001:${"0".repeat(64)}`, `> plumbline:sign-off:v2:product:10001:${"a".repeat(64)}`,
  "# Alignment Sheet\n\n## Aim\n\nX\n", "## Mechanism\n\nWe believe **a** will move **b** because **c**.", "```json\n{}\n```", "```json\n{\"mode\":1}\n```", "```",
  "**", "[a](https://a.example)", "\\", "\\\\".repeat(60), "[".repeat(80), "(".repeat(80), "`".repeat(80), "*".repeat(81), "_ ".repeat(60), "&".repeat(60), "<https://".repeat(40),
  `${" ".repeat(3_000)}x\u2028`, `- ${" ".repeat(3_000)}x\u2028y`, "a ".repeat(2_000), "\n".repeat(2_000), "\r".repeat(900), "> ".repeat(900), "x".repeat(20_000),
  `${"x".repeat(20_000)}\u0000`, `We believe ${"will move ".repeat(900)}`, `proxy: ${"up from 1 ".repeat(900)}`, `https://a.example/${"(".repeat(900)}`,
];
