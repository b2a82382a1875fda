import { describe, expect, test } from "vitest";
import { acme } from "../../../src/emulator/seed/acme.js";
import { accountId, startSite } from "../../emulator/site.js";
import { describeState, takeWrites } from "../../helpers/describe-state.js";
import { declareResource, startProcess } from "../../helpers/engine.js";

const bot = { email: "bot@acme.example" };

describe("User", () => {
  test("invites an account with the usual product and leaves it on the site", async () => {
    const site = await startSite();
    const user = declareResource(site, "User");
    expect(await user.up(bot)).toBe("create");
    expect(user.kept()?.inputs).toEqual({ ...bot, products: { "jira-software": true } });
    const { accounts, groups } = await describeState(site);
    expect(accounts).toContain(bot.email);
    expect(groups["jira-software-users"]).toContain(bot.email);
    await takeWrites(site);
    expect(await user.up(bot)).toBe("same");
    await user.destroy();
    expect(await takeWrites(site)).toEqual([]);
    expect(await user.refresh()).toEqual(user.kept()?.inputs);
  });

  test("takes an invited account off the site where that is asked for", async () => {
    const site = await startSite();
    const before = await describeState(site);
    const user = declareResource(site, "User");
    await user.up({ ...bot, products: [], removeOnDestroy: true });
    expect((await describeState(site)).groups["jira-software-users"]).not.toContain(bot.email);
    await user.destroy();
    await user.destroy();
    expect(await describeState(site)).toEqual(before);
    expect(await user.refresh()).toBeUndefined();
  });

  test("takes an account that is there as it is, and never off the site", async () => {
    const site = await startSite();
    const before = await describeState(site);
    const user = declareResource(site, "User");
    await user.up({ email: "EVE@acme.example", removeOnDestroy: true });
    expect(user.kept()?.outputs).toMatchObject({ accountId: await accountId(site, "eve"), invited: false });
    await user.destroy();
    expect(await takeWrites(site)).toEqual([]);
    expect(await describeState(site)).toEqual(before);
  });

  test("never takes an account off the site that may have been there behind a hidden e-mail", async () => {
    const accounts = [...(acme.accounts ?? []), { email: "shy@acme.example", emailVisible: false }];
    const licensed = [...(acme.groups?.["jira-software-users"]?.members ?? []), "shy@acme.example"];
    const groups = { ...acme.groups, "jira-software-users": { members: licensed } };
    const site = await startSite({ seed: { ...acme, accounts, groups } });
    const before = await describeState(site);
    const user = declareResource(site, "User");
    await user.up({ email: "shy@acme.example", removeOnDestroy: true });
    await user.destroy();
    expect(await takeWrites(site)).toEqual(["POST /rest/api/3/user"]);
    expect(await describeState(site)).toEqual(before);
  });

  test("whose answer was lost is looked for, and counts as invited", async () => {
    const site = await startSite();
    await site.control("POST /faults", [{ method: "POST", path: "/user$", kind: "drop", times: 1, when: "after" }]);
    const user = declareResource(site, "User");
    await user.up(bot);
    expect(await takeWrites(site)).toEqual(["POST /rest/api/3/user"]);
    expect(user.kept()?.outputs).toMatchObject({ invited: true });
  });

  test("is another account under another e-mail, but the same in other letters", async () => {
    const site = await startSite();
    const user = declareResource(site, "User");
    await user.up({ ...bot, removeOnDestroy: true });
    await takeWrites(site);
    expect(await user.up({ email: "Bot@acme.example", removeOnDestroy: true })).toBe("update");
    expect(await takeWrites(site)).toEqual([]);
    expect(await user.up({ email: "other@acme.example", removeOnDestroy: true })).toBe("replace");
    expect(await takeWrites(site)).toEqual(["POST /rest/api/3/user", "DELETE /rest/api/3/user"]);
  });

  test("refuses products that Jira does not have", async () => {
    const site = await startSite();
    const user = await (await startProcess(site))("User");
    const { failures } = await user.check({}, { ...bot, products: ["jira"] });
    expect(failures).toEqual([{ property: "products", reason: expect.stringContaining("jira-servicedesk") }]);
  });
});
