import { z } from "zod";
import { toDetailedAccount } from "../answers/account.js";
import { refuse, refuseFields } from "../refusal.js";
import { type Call, type Route, route, routeWithBody } from "../route.js";
import { addApiToken } from "../rules/callers/add-token.js";
import { describeSubject } from "../rules/callers/subject.js";
import { findAccount } from "../rules/find.js";
import { toAccountId, toDisplayName, toToken } from "../rules/new-names.js";
import { removeAccount } from "../rules/people/remove-holder.js";
import { type SiteAccount, type SiteGroup, takeId } from "../state/state.js";
import { siteAdministration } from "./group.js";

const newUser = z.object({
  emailAddress: z.email(),
  products: z.array(z.string()),
  displayName: z.string().nullish(),
});

/** The operations that bring accounts to the site and take them off it. */
export const accountChangeRoutes: readonly Route[] = [
  routeWithBody(newUser, {
    operation: "createUser",
    method: "POST",
    path: "/user",
    needs: siteAdministration,
    answer: (call) => {
      const { site, body } = call;
      const email = body.emailAddress;
      const groups = body.products.map((product) => findDefaultGroup(call, product));
      const known = site.accounts.find((account) => account.email.toLowerCase() === email.toLowerCase());
      if (known) return answerKnown(call, known);
      const account: SiteAccount = {
        id: toAccountId(takeId(site, "account")),
        email,
        emailVisible: true,
        displayName: body.displayName || toDisplayName(email),
        active: true,
        type: "atlassian",
      };
      site.accounts.push(account);
      addApiToken(site, { account: account.id, secret: toToken(email) });
      for (const group of groups) group.members.push(account.id);
      return answerAccount(call, account);
    },
  }),
  route({
    operation: "removeUser",
    method: "DELETE",
    path: "/user",
    needs: siteAdministration,
    answer: (call) => {
      const { site, subject } = call;
      const account = findAccount(call, call.query.get("accountId"));
      if (account.id === subject.account?.id) throw refuse(400, "Nobody can remove their own account.");
      const led = site.projects.find(({ lead, status }) => lead === account.id && status !== "deleted");
      if (led) throw refuse(400, `'${account.displayName}' leads the project ${led.key} and cannot be removed.`);
      removeAccount(site, account.id);
      return { status: 204 };
    },
  }),
];

function answerKnown(call: Call<unknown>, account: SiteAccount) {
  if (describeSubject(call.site, account).hasAccess) return answerAccount(call, account);
  throw refuseFields(400, { emailAddress: "A user with this e-mail exists but has no access to Jira." });
}

function answerAccount(call: Call<unknown>, account: SiteAccount) {
  return { status: 201, body: toDetailedAccount(call, account, []) };
}

function findDefaultGroup({ site }: Call<unknown>, product: string): SiteGroup {
  const id = site.applications.find(({ key }) => key === product)?.groups[0];
  const group = site.groups.find((group) => group.id === id);
  if (group) return group;
  throw refuseFields(400, { products: `The site has no product '${product}' that anybody can be given.` });
}
