import { z } from "zod";
import { toTransition } from "../answers/issue.js";
import { refuse } from "../refusal.js";
import { type Route, route, routeWithBody } from "../route.js";
import { toJiraTime } from "../rules/clock.js";
import { findIssue } from "../rules/find.js";
import { transitions } from "../rules/issues/workflow.js";
import { isAllowed } from "../rules/permissions/decide-permission.js";

const path = "/issue/:issueIdOrKey/transitions";

/** The operations that move an issue through its workflow. */
export const transitionRoutes: readonly Route[] = [
  route({
    operation: "getTransitions",
    method: "GET",
    path,
    anonymous: true,
    answer: (call) => {
      const place = findIssue(call, call.param("issueIdOrKey"));
      const id = call.query.get("transitionId");
      const listed = isAllowed(call.site, call.subject, "TRANSITION_ISSUES", place)
        ? transitions.filter((transition) => id === null || transition.id === id)
        : [];
      const body = { expand: "transitions", transitions: listed.map((one) => toTransition(call.url, one)) };
      return { status: 200, body };
    },
  }),
  routeWithBody(z.object({ transition: z.object({ id: z.string() }) }), {
    operation: "doTransition",
    method: "POST",
    path,
    anonymous: true,
    answer: (call) => {
      const place = findIssue(call, call.param("issueIdOrKey"));
      const { id } = call.body.transition;
      const transition = transitions.find((one) => one.id === id);
      if (!transition || !isAllowed(call.site, call.subject, "TRANSITION_ISSUES", place)) {
        throw refuse(400, `The transition ${id} is not valid for this issue, or you may not make it.`);
      }
      place.issue.status = transition.to.name;
      place.issue.updated = toJiraTime();
      return { status: 204 };
    },
  }),
];
