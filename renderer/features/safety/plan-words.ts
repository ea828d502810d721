import { safetyPlanSections, type SafetyPlan, type SafetyPlanSection } from '../../../shared/entities/safety.ts';

/** What each section of the plan is called, and a hand held out for whoever does not know how to begin. */
export const sectionWords: Record<SafetyPlanSection, { label: string; hint: string }> = {
  warningSigns: {
    label: 'How I notice that it is getting hard',
    hint: 'Thoughts, feelings, places, times of day: whatever tends to come first.',
  },
  whatHelpsAlone: {
    label: 'What I can do by myself',
    hint: 'Things that carried you before, if only for ten minutes: a walk, a shower, one song.',
  },
  peopleAndPlaces: {
    label: 'People and places that take my mind elsewhere',
    hint: 'Nothing has to be explained there. A neighbour, a café, a library.',
  },
  whomToAsk: {
    label: 'Whom I can ask for help',
    hint: 'Who may know that it is bad? Their numbers can stand in the list of people below.',
  },
  professionals: {
    label: 'Professionals and places I can turn to',
    hint: 'A doctor, a therapist, a clinic, the nearest emergency department, with their numbers and hours.',
  },
  makingItSafer: {
    label: 'Making what is around me safer',
    hint: 'What could be further away on a bad night, and who could keep it for you?',
  },
  worthLivingFor: {
    label: 'What is worth living for',
    hint: 'Small is fine. Somebody, an animal, something that is not finished yet.',
  },
};

/** The sections in which something stands. */
export const writtenSections = (plan: SafetyPlan | null): SafetyPlanSection[] =>
  plan ? safetyPlanSections.filter((section) => plan[section].trim() !== '') : [];
