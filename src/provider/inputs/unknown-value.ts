/**
 * The text that stands for a value which a preview cannot know yet; `pulumi.runtime.unknownValue`, said again here so
 * that the provider starts without loading the SDK's resource side.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/runtime/rpc.ts
 */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
