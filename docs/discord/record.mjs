// Records what the bot sends to Discord, for render.mjs: see README.md.
//
//   node record.mjs BOT DISCORD
//
// BOT is the program, DISCORD the address of a simulated Discord (tests/peers/discord_front.py).

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const [bot, discord] = process.argv.slice(2);
if (!discord) throw new Error("node record.mjs BOT DISCORD");

// ------------------------------------------------------------------------- people and a server

async function post(path, body) {
  const request = { method: "POST", body: JSON.stringify(body) };
  const answer = await fetch(`${discord}/control/${path}`, request);
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
}

const { world, token } = await post("worlds", {});
const call = (verb, body = {}) => post(`${world}/${verb}`, body);
const user = async (name) => (await call("user", { name })).id;
const [owner, lotta] = [await user("owner"), await user("lotta")];
const [bo, anna] = [await user("bo"), await user("anna")];
const { channel } = await call("guild", {
  name: "Mentors",
  owner,
  members: [owner, lotta, bo, anna],
  // Those of the link in the README.
  bot_permissions: ["view_channel", "send_messages", "attach_files", "read_message_history",
    "create_private_threads", "send_messages_in_threads"],
});

// Everything that the bot asks of Discord goes through here.
const requests = [];
const proxy = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method, url } = request;
  const { host, connection, "content-length": length, ...headers } = request.headers;
  const body = method === "GET" ? undefined : Buffer.concat(chunks);
  if (body) requests.push({ method, url, body: body.toString() });
  const answer = await fetch(discord + url, { method, headers, body });
  const type = answer.headers.get("content-type") ?? "application/json";
  response.writeHead(answer.status, { "content-type": type });
  response.end(Buffer.from(await answer.arrayBuffer()));
});
await new Promise((listening) => proxy.listen(0, "127.0.0.1", listening));

// --------------------------------------------------- a bot, and a programme that began today and
// never rests

const folder = mkdtempSync(join(tmpdir(), "mentorskap-"));
const file = (name, text) => {
  writeFileSync(join(folder, name), text, { mode: 0o600 });
  return join(folder, name);
};
file("discord_token.secret", token);
const config = file("bot.toml", `database = "sqlite:${join(folder, "mentorskap.db")}"
[discord]
token_file = "discord_token.secret"
proxy = "http://127.0.0.1:${proxy.address().port}"
[[leaders]]
account = "discord:${lotta}"
`);
const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" });
const programme = file("trainees.toml", `short_name = "trainees"
name = { sv = "Traineer", en = "Trainees" }
start = "${today}"
months = 3
meetings = 5
nudges = "* * * * *"
[calendar]
weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
from = "00.00"
until = "24.00"
red_days = "open"
free_eves = "open"
half_day_eves = "open"
closed_weeks = []
closed_every_year = []
spread_minutes = 0
`);
const people = file("people.csv", `id,name,role,account,locale
lotta,Lotta Lind,leader,discord:${lotta},sv
bo,Bo Berg,mentor,discord:${bo},sv
anna,Anna Ek,adept,discord:${anna},en
`);
const imports = ["import", people, "--programme", programme, "--config", config];
const imported = spawnSync(bot, imports, { encoding: "utf8" });
if (imported.status !== 0) throw new Error(imported.stdout + imported.stderr);
const stdio = ["ignore", "ignore", "inherit"];
const running = spawn(bot, ["run", "--config", config], { stdio });

// ------------------------------------------------------------------------------ what people do

async function until(what, find) {
  for (let tries = 0; tries < 2_400; tries += 1) {
    const found = await find();
    if (found) return found;
    await sleep(100);
  }
  throw new Error(`it didn't come: ${what}`);
}

const seen = (who) => call("seen", { user: who });

// Uses a command, and waits for the answer.
async function command(who, name, path, options = {}) {
  const { interaction } = await call("slash", { user: who, channel, name, path, options });
  await until(path.join(" "), async () => {
    const { messages } = await call("interaction", { interaction });
    return messages.some((message) => !message.loading && message.content);
  });
}

// Presses the newest button that says that, and waits for what follows.
async function press(who, label) {
  const messages = await seen(who);
  const buttons = messages.flatMap(({ id, channel: where, components }) =>
    components.flatMap((row) => row.components.map((one) => ({ ...one, id, where }))));
  const { where, id, custom_id } = buttons.findLast((button) => button.label === label);
  const pressed = { user: who, channel: where, message: id, custom_id };
  const { interaction } = await call("press", pressed);
  await until("the answer", async () => (await seen(who)).at(-1).id > messages.at(-1).id);
  await until("the mark", async () => (await call("interaction", { interaction })).ack);
}

// What the bot has asked since, without ids and tokens in addresses.
function asked(since, conversation) {
  const isThere = ({ url }) =>
    !conversation || !url.includes("/channels/") || url.includes(conversation);
  return requests.slice(since).filter(isThere).map(({ method, url, body }) => {
    const route = url.replace(/^\/api\/v\d+/, "")
      .replace(/(\/(?:interactions|webhooks)\/\d+\/)[^/]+/, "$1{token}")
      .replace(/\/\d+/g, "/{id}");
    return { request: `${method} ${route}`, body: JSON.parse(body || "null") };
  });
}

try {
  await until("the commands", async () => (await call("commands")).commands.length > 0);
  await command(lotta, "lead", ["pair", "add"], { mentor: "bo", adept: "anna" });
  await command(lotta, "lead", ["programme", "start"]);

  const asks = ({ components }) => components.length > 0;
  const question = await until("the nudge", async () => (await seen(anna)).find(asks));
  const nudge = asked(0).filter(({ body }) => body?.content === question.content);

  let since = requests.length;
  await press(anna, "We've booked");
  const answer = asked(since, question.channel);

  const { message } = await call("dm", { user: anna, text: "Thursday 13:30" });
  await until("the echo", async () => (await seen(anna)).at(-1).id > message);
  await press(anna, "Yes, book it");

  since = requests.length;
  await command(anna, "mentor", ["status"]);
  const status = asked(since);

  for (const [name, recording] of Object.entries({ nudge, answer, status })) {
    const text = `${JSON.stringify(recording, null, 2)}\n`;
    writeFileSync(new URL(`${name}.json`, import.meta.url), text);
  }
  const violations = await call("violations");
  if (violations.length > 0) throw new Error(JSON.stringify(violations));
} finally {
  running.kill("SIGTERM");
  await until("the end", () => running.exitCode !== null || running.signalCode !== null);
  await call("end").catch(() => {});
  proxy.close();
  rmSync(folder, { recursive: true });
}
