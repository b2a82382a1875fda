import * as pulumi from "@pulumi/pulumi";

const provider = `exports.handler=()=>({check:async(_,inputs)=>({inputs}),create:async(outs)=>({id:"no-op",outs}),diff:async()=>({})})`;

/** A dynamic resource whose provider does nothing, so that all its time is the engine's and the SDK's. */
class NoOp extends pulumi.CustomResource {
  constructor(name: string) {
    super("pulumi-nodejs:dynamic/bench:NoOp", name, { name, __provider: provider });
  }
}

for (let index = 0; index < 100; index++) new NoOp(`no-op-${index}`);
