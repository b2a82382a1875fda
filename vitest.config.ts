import { defineConfig } from "vitest/config";
import { closingLineReporter } from "./test/helpers/closing-line.js";

const patienceMs = 300_000;

export default defineConfig({
  test: {
    reporters: ["default", closingLineReporter],
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**"],
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          maxWorkers: 2,
          testTimeout: patienceMs,
          hookTimeout: patienceMs,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
