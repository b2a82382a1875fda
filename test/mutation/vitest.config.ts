import { defineConfig } from "vitest/config";

/** The tests that need no site, so that thousands of changes to the code can be tried in minutes. */
export default defineConfig({
  test: {
    include: [
      "test/errors.test.ts",
      "test/client/{credentials,http/gate,http/retry}.test.ts",
      "test/provider/{define-provider,inputs/*,lists/*}.test.ts",
    ],
  },
});
