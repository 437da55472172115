// Runs Lighthouse on pages, one line of JSON a run, and weighs the memory of those that ask for it.
// Arguments: Lighthouse's directory, Chromium. On standard input: the pages, as `Job`s in audit.rs.
import { execFileSync } from "node:child_process";
import http from "node:http";
import http2 from "node:http2";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [directory, executablePath] = process.argv.slice(-2);
const of = (file) => import(pathToFileURL(`${directory}/${file}`).href);
const { default: lighthouse } = await of("core/index.js");
const { computeMedianRun } = await of("core/lib/median-run.js");
const puppeteer = createRequire(`${directory}/package.json`)("puppeteer-core");

// One run says little: what else the machine does shows in it. Lighthouse's own median is taken.
const RUNS = 5;

let input = "";
for await (const piece of process.stdin) {
  input += piece;
}
const fronts = new Map();
for (const job of JSON.parse(input)) {
  const { origin } = new URL(job.url);
  if (!fronts.has(origin)) {
    fronts.set(origin, await front(origin));
  }
  job.url = job.url.replace(origin, fronts.get(origin));
  const runs = [];
  for (let tries = 0; runs.length < RUNS; tries += 1) {
    // A new browser each time: nothing is kept from the time before.
    const run = await inBrowser(job, audit);
    if (!run.lhr.runtimeError) {
      runs.push(run);
    } else if (tries > 2 * RUNS) {
      throw new Error(`${job.url}: ${run.lhr.runtimeError.message}`);
    }
  }
  const median = computeMedianRun(runs.map(({ lhr }) => lhr));
  const task = longestTask(runs.find(({ lhr }) => lhr === median));
  console.log(JSON.stringify({ name: job.name, ...found(median), task, ...(await inBrowser(job, weigh)) }));
}

// Any host serves over https and HTTP/2, where one connection carries all. So does this, in front of our own server; gives
// where.
async function front(origin) {
  const made = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=audit"];
  const pem = execFileSync("openssl", [...made, "-keyout", "-", "-out", "-"], { stdio: ["ignore", "pipe", "ignore"] });
  const server = http2.createSecureServer({ key: pem, cert: pem, allowHTTP1: true }, (asked, answer) => {
    const headers = (all) => Object.entries(all).filter(([name]) => !/^:|^connection$|^keep-alive$|^transfer-encoding$/.test(name));
    const { method, url } = asked;
    const passed = http.request(origin + url, { method, headers: Object.fromEntries(headers(asked.headers)) }, (found) => {
      answer.writeHead(found.statusCode, Object.fromEntries(headers(found.headers)));
      found.pipe(answer);
    });
    // The browser went away, or the page did.
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise((listens) => server.listen(0, "127.0.0.1", listens));
  server.unref();
  return `https://127.0.0.1:${server.address().port}`;
}

async function inBrowser(job, act) {
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--lang=ja",
    // Ours is known to nobody.
    "--ignore-certificate-errors",
  ];
  const browser = await puppeteer.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument((kept) => {
      try {
        for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value);
      } catch {
        // A document without a store is none of ours.
      }
    }, job.kept);
    return await act(job, page);
  } finally {
    await browser.close();
  }
}

// Lighthouse as it comes: a phone of the middle class on a slow line, simulated.
async function audit(job, page) {
  return lighthouse(job.url, { logLevel: "error" }, undefined, page);
}

// The longest task of the page after its first paint, in milliseconds on that phone, by what it computes alone: Lighthouse
// counts the time for which a machine of two cores lets it wait as well.
function longestTask({ lhr, artifacts }) {
  const { traceEvents } = artifacts.Trace;
  const start = traceEvents.findLast(({ name, args }) =>
    name === "navigationStart" && args.data?.documentLoaderURL === lhr.finalDisplayedUrl);
  const ofPage = traceEvents.filter(({ pid, ts }) => pid === start.pid && ts >= start.ts);
  const paint = ofPage.find(({ name }) => name === "firstContentfulPaint");
  const tasks = ofPage.filter(({ name, tid, ts }) => name === "RunTask" && tid === start.tid && ts >= paint.ts);
  return (Math.max(0, ...tasks.map(({ tdur }) => tdur ?? 0)) / 1000) * lhr.configSettings.throttling.cpuSlowdownMultiplier;
}

// What the table needs of a run.
function found(lhr) {
  const value = (name) => lhr.audits[name].numericValue;
  const scores = Object.values(lhr.categories).map((category) => Math.round(category.score * 100));
  const asked = Object.values(lhr.categories).flatMap((category) => category.auditRefs);
  const failed = asked.filter(({ id, weight }) => weight > 0 && lhr.audits[id].score < 1);
  return {
    scores,
    paint: value("first-contentful-paint"),
    interactive: value("interactive"),
    blocked: value("total-blocking-time"),
    shift: value("cumulative-layout-shift"),
    failed: failed.map(({ id }) => `${id} ${lhr.audits[id].displayValue ?? lhr.audits[id].title}`),
    warnings: lhr.runWarnings,
  };
}

// What the page holds once it shows what it is asked for: the program's memory and the scripts' heap, in bytes. A chunk of
// the program works in the program's memory and exports none of its own.
async function weigh(job, page) {
  if (!job.shows) {
    return { memory: null };
  }
  await page.evaluateOnNewDocument(() => {
    globalThis.programs = [];
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const original = WebAssembly[name];
      WebAssembly[name] = async (...parts) => {
        const made = await original.apply(WebAssembly, parts);
        const exports = Object.values((made.instance ?? made).exports);
        // By its kind, for the build gives exports short names.
        globalThis.programs.push(...exports.filter((exported) => exported instanceof WebAssembly.Memory));
        return made;
      };
    }
  });
  await page.goto(job.url);
  await page.waitForSelector(job.shows);
  const devtools = await page.createCDPSession();
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  const memories = await page.evaluate(() => programs.map((memory) => memory.buffer.byteLength));
  return { memory: { wasm: memories.reduce((sum, bytes) => sum + bytes, 0), heap: usedSize } };
}
