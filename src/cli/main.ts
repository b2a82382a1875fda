#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// What is loaded from here on is compiled once for all starts.
enableCompileCache();
const { run } = await import("./run.js");
await run(process.argv.slice(2));
