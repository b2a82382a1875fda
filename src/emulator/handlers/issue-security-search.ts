import { toHolder } from "../answers/holder.js";
import { toSecurityLevel } from "../answers/issue-security.js";
import { readList, readRepeated, toPage } from "../answers/page.js";
import { type Call, type Route, route } from "../route.js";
import type { SecurityLevel, SecurityScheme } from "../state/state.js";

const pageSize = { usual: 50, most: 1000 };

/** The operations that list issue security levels, who is on them and who uses them, for the whole site. */
export const issueSecuritySearchRoutes: readonly Route[] = [
  route({
    operation: "getSecurityLevels",
    method: "GET",
    path: "/issuesecurityschemes/level",
    needs: ["ADMINISTER"],
    answer: (call) => {
      const isAsked = filter(call, {
        id: ({ level }: Listed) => level.id,
        schemeId: ({ scheme }) => String(scheme.id),
      });
      const describe = ({ scheme, level }: Listed) => ({
        ...toSecurityLevel(call.url, level),
        isDefault: false,
        issueSecuritySchemeId: String(scheme.id),
      });
      const found = call.query.get("onlyDefault") === "true" ? [] : listLevels(call).filter(isAsked);
      return { status: 200, body: toPage(call, "/issuesecurityschemes/level", found, pageSize, describe) };
    },
  }),
  route({
    operation: "getSecurityLevelMembers",
    method: "GET",
    path: "/issuesecurityschemes/level/member",
    needs: ["ADMINISTER"],
    answer: (call) => {
      const expand = readList(call.query, "expand");
      const members = listLevels(call).flatMap(({ scheme, level }) =>
        level.holders.map((holder, index) => ({ scheme, level, holder, id: `${level.id}${index}` })),
      );
      const isAsked = filter(call, {
        id: ({ id }: (typeof members)[number]) => id,
        schemeId: ({ scheme }) => String(scheme.id),
        levelId: ({ level }) => level.id,
      });
      const describe = ({ scheme, level, holder, id }: (typeof members)[number]) => ({
        id,
        issueSecurityLevelId: level.id,
        issueSecuritySchemeId: String(scheme.id),
        holder: toHolder(call, holder, expand),
      });
      const found = members.filter(isAsked);
      return { status: 200, body: toPage(call, "/issuesecurityschemes/level/member", found, pageSize, describe) };
    },
  }),
  route({
    operation: "searchProjectsUsingSecuritySchemes",
    method: "GET",
    path: "/issuesecurityschemes/project",
    needs: ["ADMINISTER"],
    answer: (call) => {
      const uses = call.site.projects.flatMap(({ id, status, securityScheme }) =>
        securityScheme === undefined || status === "deleted"
          ? []
          : [{ issueSecuritySchemeId: String(securityScheme), projectId: id }],
      );
      const isAsked = filter(call, {
        issueSecuritySchemeId: (one: (typeof uses)[number]) => one.issueSecuritySchemeId,
        projectId: (one) => one.projectId,
      });
      const found = uses.filter(isAsked);
      return { status: 200, body: toPage(call, "/issuesecurityschemes/project", found, pageSize, (one) => one) };
    },
  }),
];

interface Listed {
  readonly scheme: SecurityScheme;
  readonly level: SecurityLevel;
}

function listLevels({ site }: Call): Listed[] {
  return site.securitySchemes.flatMap((scheme) => scheme.levels.map((level) => ({ scheme, level })));
}

/** Which items a query asks for: those that any of its parameters names, all when it names none. */
function filter<Item>({ query }: Call, ids: Readonly<Record<string, (item: Item) => string>>) {
  const asked = Object.entries(ids).map(([name, idOf]) => ({ idOf, values: readRepeated(query, name) }));
  const isAll = asked.every(({ values }) => values.length === 0);
  return (item: Item) => isAll || asked.some(({ idOf, values }) => values.includes(idOf(item)));
}
