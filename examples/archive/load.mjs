// How many citations a second, and how long do the slowest take, beside a static file of the same size?
//
//     cargo build --release -p archive
//     npm install --prefix /tmp/load autocannon@8
//     node examples/archive/load.mjs /tmp/load 1000000
//
// Only 127.0.0.1 is asked, and each run ends after a few seconds. Where nginx is installed it serves the static file; the
// service's own file is measured in any case. The two are asked in turn, since nothing else on a machine stays the same.

import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createRequire } from "node:module";

const [modules = "/tmp/load", count = "100000", seconds = "6"] = process.argv.slice(2);
const autocannon = createRequire(path.join(modules, "x.js"))("autocannon");
const binary = "target/release/archive";
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "archive-load-"));
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

// Telegrams and letters that differ in everything, in the manner of a fond of a foreign ministry.
function write(file, count) {
  let state = 7;
  const random = (below) => { state = (state * 48271) % 2147483647; return state % below; };
  const pick = (list) => list[random(list.length)];
  const families = "Kennan Stalin Molotov Harriman Zhou Mao Kim Truman Attlee Bevin Acheson Dulles Nehru Tito Djilas".split(" ");
  const given = "George Joseph Vyacheslav Averell Enlai Zedong Harry Clement Ernest Dean Jawaharlal Josip Milovan".split(" ");
  const words = ("soviet china korea atomic alliance treaty border trade negotiations embassy council minister armistice crisis "
    + "missile cuba berlin hungary poland wheat grain loan oil railway fleet division proposal reply draft conference").split(" ");
  const kinds = "letter telegram memorandum minutes report note diary speech conversation".split(" ");
  const some = (n) => Array.from({ length: n }, () => pick(words)).join(" ");
  const out = fs.openSync(file, "w");
  let lines = [];
  for (let n = 0; n < count; n++) {
    const two = (n) => String(n).padStart(2, "0");
    lines.push(JSON.stringify({
      id: `doc-${n}`, kind: pick(kinds), title: { text: some(4 + random(5)), form: "supplied" },
      creators: [`${pick(families)}, ${pick(given)}`], recipients: [`${pick(families)}, ${pick(given)}`],
      date: `${1900 + random(99)}-${two(1 + random(12))}-${two(1 + random(28))}`, summary: `${some(20)}.`,
      holdings: [{
        repository: { name: "Foreign Policy Archive", abbreviation: "AVPRF", place: "Moscow" }, leaves: String(1 + random(200)),
        path: [{ level: "fond", id: String(1 + random(300)) }, { level: "opis", id: String(1 + random(9)) },
          { level: "delo", id: String(1 + random(60)) }],
      }],
      surrogates: [{ archive: "Digital Archive", url: `https://example.org/document/${n}` }],
    }));
    if (lines.length === 10000 || n === count - 1) { fs.writeSync(out, lines.join("\n") + "\n"); lines = []; }
  }
  fs.closeSync(out);
}

async function service(file) {
  const start = Date.now();
  const program = spawn(binary, ["--listen", "127.0.0.1:0", "--index", path.join(folder, "index.db"), file]);
  program.stderr.resume();
  const line = await new Promise((done) => program.stdout.once("data", (data) => done(String(data))));
  return { program, address: /http:\/\/[^/]+/.exec(line)[0], seconds: (Date.now() - start) / 1000 };
}

function nginx(sizes) {
  if (spawnSync("nginx", ["-v"]).error) return null;
  for (const [name, size] of Object.entries(sizes)) fs.writeFileSync(path.join(folder, name), "x".repeat(size));
  fs.chmodSync(folder, 0o755);
  const port = 18199;
  fs.writeFileSync(path.join(folder, "nginx.conf"), `daemon off; worker_processes 2; pid ${folder}/pid; error_log /dev/null;
    events {} http { access_log off; keepalive_requests 1000000; server { listen 127.0.0.1:${port}; root ${folder}; } }`);
  const program = spawn("nginx", ["-c", path.join(folder, "nginx.conf")], { stdio: "ignore" });
  return { program, address: `http://127.0.0.1:${port}` };
}

async function run(address, paths) {
  const result = await autocannon({
    url: address, connections: 32, duration: Number(seconds), requests: paths.map((path) => ({ path })),
  });
  if (result.non2xx || result.errors) console.log(`  ${address}${paths[0]}: ${result.non2xx} answers were not 200, ${result.errors} errors, ${result.timeouts} of them timeouts`);
  return { rate: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}

function report(name, all) {
  const median = (key) => all.map((it) => it[key]).sort((a, b) => a - b)[Math.floor(all.length / 2)];
  const figures = { rate: median("rate"), p99: median("p99") };
  console.log(`${name.padEnd(46)} ${figures.rate.toFixed(0).padStart(8)}/s   p50 ${median("p50")} ms   p99 ${figures.p99} ms`);
  return figures;
}

const file = path.join(folder, "records.jsonl");
write(file, Number(count));
const { program, address, seconds: built } = await service(file);
const size = (name) => (fs.statSync(path.join(folder, name)).size / 1e6).toFixed(0);
console.log(`${count} records, ${size("records.jsonl")} MB: index of ${size("index.db")} MB in ${built.toFixed(1)} s`);
const memory = (key, pid) => (new RegExp(`${key}:\\s+(\\d+)`).exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))[1] / 1000).toFixed(0);
console.log(`memory of the process that wrote it: at most ${memory("VmHWM", program.pid)} MB`);
program.kill();
await wait(500);
const again = await service(file);
console.log(`started again: ${again.seconds.toFixed(2)} s`);

const ids = Array.from({ length: 3000 }, (_, n) => `doc-${(n * 7919) % Number(count)}`);
const body = async (path) => (await (await fetch(again.address + path)).arrayBuffer()).byteLength;
const sizes = { citation: await body(`/records/${ids[0]}/citation`), page: await body(`/records/${ids[0]}`) };
const files = nginx(sizes);
const kinds = {
  "citation, house line": [again.address, ids.map((id) => `/records/${id}/citation`)],
  "citation, Chicago note as HTML": [again.address, ids.map((id) => `/records/${id}/citation?style=chicago-note&notation=html`)],
  "RIS": [again.address, ids.map((id) => `/records/${id}/citation?style=ris`)],
  "page of a record": [again.address, ids.map((id) => `/records/${id}`)],
  "the service's own static file (script)": [again.address, ["/assets/archive.js"]],
  ...(files && { "nginx, a file of the size of a citation": [files.address, ["/citation"]] }),
  ...(files && { "nginx, a file of the size of a page": [files.address, ["/page"]] }),
  "citation, csl:apa": [again.address, ids.map((id) => `/records/${id}/citation?style=csl%3Aapa`)],
  "search, two words": [again.address, ["/?q=missile+cuba", "/?q=wheat+loan", "/?q=berlin&kind=telegram", "/?people=kennan&from=1946"]],
};
await wait(500);
const results = {};
for (let round = 0; round < 3; round++) {
  for (const [name, [address, paths]] of Object.entries(kinds)) (results[name] ??= []).push(await run(address, paths));
}
console.log(`a citation has ${sizes.citation} bytes, a page ${sizes.page}`);
const figures = {};
for (const [name, all] of Object.entries(results)) figures[name] = report(name, all);
console.log(`memory behind it: ${memory("RssAnon", again.program.pid)} MB of its own, `
  + `${memory("RssFile", again.program.pid)} MB of the index mapped`);
const fileFigures = figures["nginx, a file of the size of a citation"] ?? figures["the service's own static file (script)"];
const cited = figures["citation, house line"];
console.log(`a citation: ${(cited.rate / fileFigures.rate).toFixed(2)} of the rate of the file, p99 ${cited.p99} ms beside ${fileFigures.p99} ms`);
again.program.kill();
files?.program.kill();
fs.rmSync(folder, { recursive: true });
