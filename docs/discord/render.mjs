// Draws docs/images/discord-*.png from what record.mjs has recorded: see README.md.
//
//   node render.mjs MODULES [CHROMIUM]
//
// MODULES is a node_modules folder with @skyra/discord-components-core and @fontsource/noto-sans.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const [modules, chromium = "chromium"] = process.argv.slice(2);
if (!modules) throw new Error("node render.mjs MODULES [CHROMIUM]");

const read = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), "utf8"));
const recorded = (name) => read(name).map(({ body }) => body);

// ------------------------------------------------------------------------ what the bot has sent

const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "destructive" };
const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const plain = (text) => escaped(text.replace(/\\([^\w\s])/g, "$1"));
const all = (things, draw) => things.map(draw).join("");
// Discord shows times on the clock and in the language of whoever reads.
const clock = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "full", timeStyle: "short", timeZone: "Europe/Stockholm",
});
const words = (text) => all(text.split(/(\*\*[^*]+\*\*|`[^`]+`|<t:\d+:F>)/), (part) => {
  const time = part.match(/^<t:(\d+):F>$/);
  if (time) return `<discord-time>${clock.format(new Date(time[1] * 1000))}</discord-time>`;
  if (part.startsWith("**")) return `<discord-bold>${plain(part.slice(2, -2))}</discord-bold>`;
  if (part.startsWith("`")) return `<discord-code>${escaped(part.slice(1, -1))}</discord-code>`;
  return plain(part);
});
const point = (line) => `<discord-list-item>${words(line.slice(2))}</discord-list-item>`;
const paragraph = (text) => {
  const lines = text.split("\n");
  const isList = lines.every((line) => line.startsWith("- "));
  if (!isList) return `<p>${lines.map(words).join("<br>")}</p>`;
  return `<discord-unordered-list>${all(lines, point)}</discord-unordered-list>`;
};
const button = ({ style, label }) =>
  `<discord-button type="${STYLES[style]}">${escaped(label)}</discord-button>`;
const row = ({ components }) =>
  `<discord-action-row>${all(components, button)}</discord-action-row>`;
const below = (rows) =>
  `<discord-attachments slot="components">${all(rows, row)}</discord-attachments>`;
const message = ({ content, components }, { above = "", is = "" } = {}) => `
  <discord-message author="Mentorskap" avatar="face.svg" bot timestamp="" ${is}>${above}
    <div>${all(content.split("\n\n"), paragraph)}</div>
    ${components.length > 0 ? below(components) : ""}
  </discord-message>`;

// --------------------------------------------------------------------------------- the pictures

const [nudge] = recorded("nudge");
// The press is answered with new buttons for what was pressed; then comes the next question.
const [pressed, question] = recorded("answer");
const [waiting, status] = recorded("status");
const isPrivate = (waiting.data.flags & 64) !== 0;
const used = `<discord-command slot="reply" author="Anna Ek" avatar="person.svg"
  command="/mentor status"></discord-command>`;
const panel = (...messages) => `<discord-messages>${messages.join("")}</discord-messages>`;
const PICTURES = {
  "discord-nudge": panel(message(nudge)),
  "discord-answer": panel(
    message({ ...nudge, components: pressed.data.components }), message(question)),
  "discord-status": panel(message(status, { above: used, is: isPrivate ? "ephemeral" : "" })),
};
const WIDTH = 640;

const face = (letter, colour) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">
  <rect width="40" height="40" fill="${colour}"/>
  <text x="20" y="27" font-family="sans-serif" font-size="20" fill="#fff"
    text-anchor="middle">${letter}</text></svg>`;
const font = (weight) => `@font-face { font-family: "Noto Sans"; font-weight: ${weight};
  src: url("/modules/@fontsource/noto-sans/files/noto-sans-latin-${weight}-normal.woff2"); }`;
const page = (picture) => `<!doctype html><meta charset="utf-8">
<style>${[400, 500, 600, 700].map(font).join("")}
  body { margin: 0; } p { margin: 0; } p + p { margin-top: 0.6em; }
  discord-messages { border: none; display: flow-root; padding: 6px 0 10px; }
  discord-unordered-list { margin: 4px 0; }</style>
<script type="importmap">${JSON.stringify({ imports: {
  "lit": "/modules/lit/index.js", "lit/": "/modules/lit/",
  "lit-html": "/modules/lit-html/lit-html.js", "lit-html/": "/modules/lit-html/",
  "lit-element/": "/modules/lit-element/", "@lit/context": "/modules/@lit/context/index.js",
  "@lit/reactive-element": "/modules/@lit/reactive-element/reactive-element.js",
  "@lit/reactive-element/": "/modules/@lit/reactive-element/",
} })}</script>
<body>${picture}
<script type="module">
  import "/modules/@skyra/discord-components-core/dist/index.js";
  await document.fonts.ready;
  await new Promise((drawn) => setTimeout(drawn, 500));
  document.documentElement.dataset.height = Math.ceil(document.body.getBoundingClientRect().height);
</script>`;

const TYPES = { ".js": "text/javascript", ".woff2": "font/woff2", ".svg": "image/svg+xml" };
const DRAWN = { "/face.svg": face("M", "#4a6078"), "/person.svg": face("A", "#7a5a78") };
const server = createServer((request, response) => {
  const path = normalize(new URL(request.url, "http://localhost").pathname);
  const picture = PICTURES[path.slice(1)];
  const type = picture ? "text/html; charset=utf-8" : TYPES[extname(path)] ?? "text/plain";
  try {
    const file = () => readFileSync(join(modules, path.replace(/^\/modules/, "")));
    const body = picture ? page(picture) : DRAWN[path] ?? file();
    response.writeHead(200, { "content-type": type }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));

async function browse(name, height, ...what) {
  const profile = mkdtempSync(join(tmpdir(), "discord-pictures-"));
  const always = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
    "--no-first-run", "--disable-sync", "--disable-background-networking",
    "--disable-component-update", "--hide-scrollbars", "--virtual-time-budget=5000",
    `--user-data-dir=${profile}`, "--force-device-scale-factor=1.5",
    `--window-size=${WIDTH},${height}`];
  const address = `http://127.0.0.1:${server.address().port}/${name}`;
  const stdio = ["ignore", "pipe", "ignore"];
  const running = spawn(chromium, [...always, ...what, address], { stdio });
  let said = "";
  for await (const chunk of running.stdout) said += chunk;
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return said;
}

for (const name of Object.keys(PICTURES)) {
  const height = /data-height="(\d+)"/.exec(await browse(name, 600, "--dump-dom"))?.[1];
  if (!height) throw new Error(`${name} was not drawn`);
  const image = fileURLToPath(new URL(`../images/${name}.png`, import.meta.url));
  await browse(name, height, `--screenshot=${image}`);
  console.log(name, height);
}
server.close();
