import type { SafetyLabel } from './detection/sign.ts';

/**
 * How the companion asks when danger or heaviness was heard. It asks first and offers second, names what it is, blocks nothing and judges nothing.
 * Asking plainly about suicide puts no idea into anybody’s head (Dazzi et al. 2014, Psychological Medicine 44), so the crisis words ask.
 */
const asking: Record<Exclude<SafetyLabel, 'none'>, readonly [string, ...string[]]> = {
  crisis: [
    'I want to stop and ask about what you just wrote. Are you in danger right now, from yourself or from somebody else? I am software and not a therapist, so I can’t keep you safe; people can, and I will show you how to reach them.',
    'That sounds as if staying safe is hard at the moment. Are you thinking of ending your life, or of hurting yourself, or is somebody hurting you? You can tell me as much or as little as you like. Below are people who answer now.',
    'Thank you for putting that into words here. I would rather ask than guess: are you safe where you are? I am only a program on this computer. A person could be with you in this, tonight.',
    'It sounds as if some part of this has become too much to carry. Is it about dying, or about being hurt? Before anything else: what you planned for such a moment stands below, and whom you can call.',
    'I am glad you wrote that down instead of holding it alone. How close is it right now? If it is close, please let somebody be near you, or call one of the numbers below. I will still be here.',
  ],
  concern: [
    'That sounds heavy. Would you like to stay with it a little, or first have some ground under your feet?',
    'It sounds as if a great deal is resting on you at the moment. Is there anything in it that makes you worry about your own safety?',
    'I hear how much that weighs. There is no need to sort it out here. Would breathing together for a minute help, or would you rather go on writing?',
    'That is a lot for one person. I am software and not a therapist, and I can listen. Is there somebody you would want to know about this?',
    'Thank you for telling it as it is. If it grows heavier, help is one click away at the lower left. What would be kind to you in the next hour?',
  ],
};

/** One way of asking, chosen by a number that grows with every time it is asked, so that the same words do not come twice in a row. */
export function askGently(label: Exclude<SafetyLabel, 'none'>, turn: number): string {
  const variants = asking[label];
  return variants[Math.abs(Math.trunc(turn)) % variants.length] ?? variants[0];
}
