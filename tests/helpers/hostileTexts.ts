/** What a stranger may write to become more than text, each with a word that tells where it went. */
export const HOSTILE_TEXTS: readonly string[] = [
  'evilhtml <script>alert(1)</script> <img src=x onerror=alert(1)> <b>bold</b>',
  'evillink [click](https://evil.example/a) ![x](https://evil.example/p.png) <https://evil.example>',
  'evilplain https://evil.example/path?q=1 www.evil.example somebody@evil.example',
  'evilmark `code` **bold** _it_ ~~del~~ # heading | cell | $x^2$ [^1] [x]: y',
  'evilmdx import x from "evil" export const y = {process.env.HOME} <Evil client:load />',
  'evilvariable {brand} \\{supportEmail\\} &#123;brand&#125; ${x} {{y}}',
  'evilfields --- title: owned draft: false audience: public ---',
  '=HYPERLINK("https://evil.example","evilcell")',
  '+evilcell, @SUM(A1), -1+1, %x',
  'evilterminal \u001B[31mred\u001B[0m \u001B]0;title\u0007 \u009B2J',
  'evilbidi \u202Etxt.exe\u202C \u2066x\u2069 \u200F \u200B \u{E0041}',
  'evildirective :icon[x]{onclick=1} ::leaf[y] :::danger boo:::',
  'evilcomment <!-- hidden --> ]]> --> <?php ?>',
  '1. evillist 2) other - third * fourth',
  'evilquote "double" \'single\' : # - ? ! & * yes no null ~ 1e5 0x10',
];

/** Signs that must be in no output: controls but line breaks, and what turns or hides text. */
export const UNSEEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069]|[\u{E0000}-\u{E007F}]/u;
