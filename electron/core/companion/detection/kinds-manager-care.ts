import type { PartKind } from './part-kind.ts';

/** Kinds of managers that keep others content, so that nobody turns away. */
export const caringManagerKinds: readonly PartKind[] = [
  {
    role: 'manager',
    name: 'The Pleaser',
    agents:
      'cheerleader reassurer pleaser people-pleaser peoplepleaser appeaser doormat nice-guy nice-one yes-man yes-person yes-woman chameleon accommodator apologiser apologizer smoother placater smiler',
    words:
      'cheerful jolly bubbly upbeat sunny charming delightful gracious thank thanks muffins please pleasing pleaser appease placate agree agreeable agreed accommodating accommodate apologise apologize apologised sorry smile smiled smiling nod nods nodded oblige obliging compliant comply approval polite politely volunteer volunteers volunteering yes helpful flatter reassure nice liked likeable',
    phrases: [
      'no worries',
      "do(?:es)?n'?t (?:want to )?(?:upset|offend|bother)",
      'upset (?:anyone|anybody|him|her|them)',
      'not (?:to )?(?:be )?(?:a )?(?:bother|burden|trouble)',
      'what (?:he|she|they|everyone|people) wants?',
      'say(?:s|ing)? (?:yes|sorry|of course)',
      'said (?:yes|sorry|of course|it was fine)',
      'of course',
      'no problem',
      'happy to',
      'everyone (?:happy|else|likes|to like)',
      '(?:keep|make)s? (?:everyone|people|them|him|her) happy',
      "can'?t say no",
      'let (?:anyone|people|them|him|her|everyone) down',
      'want(?:s|ed|ing)? (?:\\w+ )?to (?:like|approve of) me',
      'be liked',
      "(?:it'?s|it was|i'?m) fine\\b",
      'laughs? along',
      'whatever (?:you|he|she|they) want',
      'sign(?:s|ed)? (?:me )?up',
    ],
  },
  {
    role: 'manager',
    name: 'The Peacekeeper',
    agents: 'peacekeeper peacemaker diplomat mediator ambassador negotiator referee',
    words: 'smooth smooths smoothing peace mediate reconcile diplomatic tactful placating calm-down compromise patch',
    phrases: [
      'keep(?:s|ing)? the peace',
      'smooth(?:s|es|ing|ed)? (?:everything|it|things)',
      'say sorry',
      'rock the boat',
      'make(?:s)? up with',
      'tread',
      'eggshells',
      'filling the gap',
      'avoid(?:s|ing)? (?:a )?(?:row|fight|conflict|argument)',
    ],
  },
  {
    role: 'manager',
    name: 'The Good One',
    agents:
      'grown-up adult sensible-one good-girl good-boy good-son good-daughter good-student goody-two-shoes model-student dutiful-one obedient-one head-girl prefect loyal-soldier',
    words:
      'practical level-headed grown-up adult decent upright pious modest good dutiful duty obedient obey responsible sensible proper well-behaved loyal behave correct rule rules obligation respectable conscientious mature reasonable',
    phrases: [
      'do(?:es)? the right thing',
      'good (?:girl|boy|son|daughter|wife|mother|mum|mom|kid|student|christian|muslim|one|friend)',
      "does as (?:she|he|it)'?s told",
      'head down',
      'toe(?:s)? the line',
    ],
  },
  {
    role: 'manager',
    name: 'The Caretaker',
    agents:
      'mother-figure den-mother shepherd caretaker carer caregiver care-giver helper rescuer fixer mother-hen carer-one nurturer saviour savior problem-solver martyr host hostess provider',
    jobs: 'nurse mother matron medic',
    words:
      "rescuing carrying everyone neighbours casserole care caring tend fix fixes fixing rescue help helps helping nurture mother mothering soothe feed cook ironing iron responsible look-after parent parenting protect-them support everyone's volunteer",
    phrases: [
      'does it all',
      'do it all',
      'put(?:s|ting)? (?:my|its|her) own',
      'check(?:s|ing)? (?:on|in on) (?:everyone|everybody|them|mum|dad|him|her)',
      'look(?:s|ed|ing)? after',
      'take(?:s|n)? care of',
      'took care of',
      'everybody else',
      "everyone else'?s",
      'put(?:s|ting)? (?:everyone|others|them) first',
      'hold(?:s|ing)? (?:it|everything|us|everyone) together',
      "so (?:they|no ?one|nobody) (?:won't|has to|don't|worr)",
      'make sure (?:everyone|everybody|they|he|she|mum|mom|dad)',
      'fall over without me',
      'packed lunch',
      'carr(?:y|ies|ied) everyone',
    ],
  },
];
