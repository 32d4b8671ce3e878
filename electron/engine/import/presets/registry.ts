import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { quotedName } from '../quoted-name.ts';
import { preset as anthropicAudit } from './anthropic-audit.ts';
import { preset as anthropicConsoleCost } from './anthropic-console-cost.ts';
import { preset as anthropicConsoleUsage } from './anthropic-console-usage.ts';
import { preset as anthropicCost } from './anthropic-cost.ts';
import { preset as anthropicUsage } from './anthropic-usage.ts';
import { preset as apimGateway } from './apim-gateway.ts';
import { preset as apimLlm } from './apim-llm.ts';
import { preset as azureOpenAi } from './azure-openai.ts';
import { preset as bedrock } from './bedrock.ts';
import { preset as chatGptExport } from './chatgpt-export.ts';
import { preset as cloudflare } from './cloudflare.ts';
import { preset as deepSeek } from './deepseek.ts';
import { preset as helicone } from './helicone.ts';
import { preset as kong } from './kong.ts';
import { preset as langfuseObservations } from './langfuse-observations.ts';
import { preset as langfuseTraces } from './langfuse-traces.ts';
import { preset as liteLlm } from './litellm.ts';
import { preset as lmsys } from './lmsys.ts';
import { preset as openAiAudit } from './openai-audit.ts';
import { preset as openAiCosts } from './openai-costs.ts';
import { preset as openAiMessages } from './openai-messages.ts';
import { preset as openAiUsage } from './openai-usage.ts';
import { preset as openRouter } from './openrouter.ts';
import { preset as otelGenAi } from './otel-genai.ts';
import { preset as portkey } from './portkey.ts';
import type { Preset } from './preset.ts';
import { preset as shareGpt } from './sharegpt.ts';
import { preset as vertex } from './vertex.ts';
import { preset as wildChat } from './wildchat.ts';

/** All presets; of several that recognise as many records, the first is taken. */
export const PRESETS: readonly Preset[] = [
  otelGenAi,
  bedrock,
  apimLlm,
  apimGateway,
  azureOpenAi,
  vertex,
  liteLlm,
  langfuseObservations,
  langfuseTraces,
  helicone,
  portkey,
  cloudflare,
  kong,
  openAiUsage,
  openAiCosts,
  openAiAudit,
  anthropicUsage,
  anthropicCost,
  anthropicConsoleUsage,
  anthropicConsoleCost,
  anthropicAudit,
  deepSeek,
  openRouter,
  wildChat,
  lmsys,
  shareGpt,
  chatGptExport,
  openAiMessages,
];

/** @throws StillwatchError BAD_MAPPING, naming all there are */
export function presetById(id: string): Preset {
  const found = PRESETS.find((preset) => preset.id === id);
  if (found) return found;
  throw new StillwatchError(
    'BAD_MAPPING',
    `There is no preset ${quotedName(id)}. Nothing was imported. Presets are: ${PRESETS.map((preset) => preset.id).join(', ')}.`,
  );
}
