import type { Contract, ParsedInput, RouteName, RouteOutput } from '../../../shared/contracts/index.ts';
import type { OpenProfile } from '../open-profile.ts';
import type { Ports } from '../ports.ts';
import { findHelplines } from '../safety/help/helplines-for.ts';
import type { ProfileService } from '../vault/profile-service.ts';

type Awaitable<Value> = Value | Promise<Value>;
type RoutesFor<Access> = { [Name in RouteName]: Contract[Name]['access'] extends Access ? Name : never }[RouteName];

export type AnyonesRoute = RoutesFor<'anyone'>;
export type PersonsRoute = RoutesFor<'person'>;

/** One handler for each route, named by the contract: a route without one, or one too many, does not compile. */
export type Handlers = {
  anyone: { [Name in AnyonesRoute]: (input: ParsedInput<Name>) => Awaitable<RouteOutput<Name>> };
  person: { [Name in PersonsRoute]: (input: ParsedInput<Name>, profile: OpenProfile) => Awaitable<RouteOutput<Name>> };
};

/** Connects each route to the feature that answers it. No rule lives here. */
export const createHandlers = (ports: Ports, profiles: ProfileService<OpenProfile>): Handlers => ({
  anyone: {
    'application.info': () => ({ version: ports.host.version, host: ports.host.kind }),
    'profiles.list': () => profiles.list(),
    'profiles.current': () => profiles.current(),
    'profiles.create': (input) => profiles.create(input),
    'profiles.unlock': (input) => profiles.unlock(input),
    'safety.helplines': ({ country }) => findHelplines(country, ports.country()),
    'profiles.lock': async () => {
      await profiles.lock();
      return {};
    },
  },
  person: {
    'profiles.changePassphrase': async (input) => {
      await profiles.changePassphrase(input);
      return {};
    },
    'sessions.list': (input, { actor, sessions }) => sessions.list(actor, input),
    'sessions.get': ({ sessionId }, { actor, sessions }) => sessions.get(actor, sessionId),
    'sessions.active': (_input, { actor, sessions }) => sessions.active(actor),
    'sessions.end': ({ sessionId }, { actor, sessions }) => sessions.end(actor, sessionId),
    'sessions.rename': (input, { actor, sessions }) => sessions.rename(actor, input),
    'sessions.setRemembered': (input, { actor, sessions }) => sessions.setRemembered(actor, input),
    'sessions.draft': ({ sessionId }, { actor, drafts }) => ({ text: drafts.get(actor, sessionId) }),
    'sessions.keepDraft': ({ sessionId, text }, { actor, drafts }) => {
      drafts.keep(actor, sessionId, text);
      return {};
    },
    'messages.find': (input, { actor, sessions }) => sessions.find(actor, input),
    'messages.list': (input, { actor, sessions }) => sessions.messages(actor, input),
    'companion.say': (input, { actor, companion }) => companion.say(actor, input),
    'companion.regenerate': ({ messageId }, { actor, companion }) => companion.regenerate(actor, messageId),
    'companion.edit': (input, { actor, companion }) => companion.edit(actor, input),
    'sessions.setMode': (input, { actor, companion }) => companion.setMode(actor, input),
    'companion.move': (input, { actor, companion }) => companion.move(actor, input),
    'companion.stop': async ({ messageId }, { actor, companion }) => {
      await companion.stop(actor, messageId);
      return {};
    },
    'proposals.list': (input, { actor, proposals }) => proposals.list(actor, input),
    'proposals.accept': (input, { actor, proposals }) => proposals.accept(actor, input),
    'proposals.decline': ({ proposalId }, { actor, proposals }) => proposals.setAside(actor, proposalId, 'declined'),
    'proposals.postpone': ({ proposalId }, { actor, proposals }) => proposals.setAside(actor, proposalId, 'later'),
    'parts.list': (input, { actor, parts }) => parts.list(actor, input),
    'parts.get': ({ partId }, { actor, parts }) => parts.get(actor, partId),
    'parts.steps': ({ partId }, { actor, parts }) => parts.steps(actor, partId),
    'parts.evidence': (input, { actor, parts }) => parts.evidence(actor, input),
    'parts.confidence': ({ partId }, { actor, parts }) => parts.confidence(actor, partId),
    'parts.create': (input, { actor, parts }) => parts.create(actor, input),
    'parts.update': (input, { actor, parts }) => parts.update(actor, input),
    'parts.setStatus': (input, { actor, parts }) => parts.setStatus(actor, input),
    'parts.addEvidence': (input, { actor, parts }) => parts.addEvidence(actor, input),
    'parts.removeEvidence': ({ evidenceId }, { actor, parts }) => parts.removeEvidence(actor, evidenceId),
    'parts.merge': (input, { actor, parts }) => parts.merge(actor, input),
    'parts.previewMerge': (input, { actor, parts }) => parts.previewMerge(actor, input),
    'parts.previewSplit': (input, { actor, parts }) => parts.previewSplit(actor, input),
    'parts.split': (input, { actor, parts }) => parts.split(actor, input),
    'parts.delete': ({ partId }, { actor, parts }) => {
      parts.delete(actor, partId);
      return {};
    },
    'relationships.list': ({ partId }, { actor, relationships }) => relationships.list(actor, partId),
    'relationships.create': (input, { actor, relationships }) => relationships.create(actor, input),
    'relationships.update': (input, { actor, relationships }) => relationships.update(actor, input),
    'relationships.delete': ({ relationshipId }, { actor, relationships }) => {
      relationships.delete(actor, relationshipId);
      return {};
    },
    'assessments.list': ({ partId }, { actor, assessments }) => assessments.ofPart(actor, partId),
    'assessments.record': (input, { actor, assessments }) => assessments.record(actor, input),
    'assessments.delete': ({ assessmentId }, { actor, assessments }) => {
      assessments.delete(actor, assessmentId);
      return {};
    },
    'map.get': (_input, { actor, map }) => map.get(actor),
    'map.keepPositions': ({ positions }, { actor, map }) => {
      map.keepPositions(actor, positions);
      return {};
    },
    'map.forgetPositions': (_input, { actor, map }) => {
      map.forgetPositions(actor);
      return {};
    },
    'map.savePicture': ({ picture }, { map }) => map.savePicture(picture),
    'memory.get': ({ version }, { actor, memory }) => memory.get(actor, version),
    'memory.log': (input, { actor, memory }) => memory.log(actor, input),
    'memory.diff': (input, { actor, memory }) => memory.diff(actor, input),
    'memory.restore': ({ version }, { actor, memory }) => ({ version: memory.restore(actor, version) }),
    'memory.undo': ({ version }, { actor, memory }) => ({ version: memory.undo(actor, version) }),
    'memory.verify': (_input, { actor, memory }) => memory.verify(actor),
    'memory.repair': (_input, { actor, memory }) => memory.repair(actor),
    'memory.why': ({ path }, { actor, memory }) => memory.why(actor, path),
    'memory.edit': (input, { actor, memory }) => ({ version: memory.edit(actor, input) }),
    'memory.wrong': ({ beliefId }, { actor, memory }) => ({ version: memory.wrong(actor, beliefId) }),
    'memory.never': ({ beliefId }, { actor, memory }) => ({ version: memory.never(actor, beliefId) }),
    'memory.rules': (_input, { actor, memory }) => memory.rules(actor),
    'memory.dropRule': ({ ruleId }, { actor, memory }) => {
      memory.dropRule(actor, ruleId);
      return {};
    },
    'actions.list': (input, { actor, activity }) => activity.list(actor, input),
    'actions.get': ({ actionId }, { actor, activity }) => activity.get(actor, actionId),
    'actions.undo': (input, { actor, activity }) => activity.undo(actor, input),
    'actions.redo': (input, { actor, activity }) => activity.redo(actor, input),
    'actions.undoSession': (input, { actor, activity }) => activity.undoSession(actor, input),
    'actions.redoSession': (input, { actor, activity }) => activity.redoSession(actor, input),
    'jobs.list': (_input, { actor, jobs }) => jobs.list(actor),
    'jobs.run': (_input, { jobs }) => jobs.run(),
    'jobs.retry': ({ updateId }, { actor, jobs }) => {
      jobs.retry(actor, updateId);
      return {};
    },
    'forgetting.preview': ({ target }, { actor, forgetting }) => forgetting.preview(actor, target),
    'forgetting.forget': ({ target }, { actor, forgetting }) => forgetting.forget(actor, target),
    'forgetting.resume': async (_input, { actor, forgetting }) => {
      await forgetting.resume(actor);
      return forgetting.list(actor);
    },
    'forgetting.list': (_input, { actor, forgetting }) => forgetting.list(actor),
    'notes.list': (input, { actor, notes }) => notes.list(actor, input),
    'notes.get': ({ noteId }, { actor, notes }) => notes.get(actor, noteId),
    'notes.create': (input, { actor, notes }) => notes.create(actor, input),
    'notes.update': (input, { actor, notes }) => notes.update(actor, input),
    'notes.delete': ({ noteId }, { actor, notes }) => {
      notes.delete(actor, noteId);
      return {};
    },
    'providers.get': (_input, { actor, providers }) => providers.state(actor),
    'providers.choose': (input, { actor, providers }) => providers.choose(actor, input),
    'providers.keepKey': ({ kind, key }, { actor, providers }) => providers.keepKey(actor, kind, key),
    'providers.removeKey': ({ kind }, { actor, providers }) => providers.removeKey(actor, kind),
    'providers.test': ({ server }, { actor, companions, closing }) => companions.test(actor, server, closing),
    'providers.preview': (input, { actor, companions }) => companions.preview(actor, input),
    'providers.destination': (input, { actor, companions }) => companions.destination(actor, input),
    'privacy.set': (input, { actor, privacy }) => privacy.set(actor, input),
    'safety.state': (_input, { actor, safety }) => safety.state(actor),
    'safety.clear': (_input, { actor, safety }) => safety.clear(actor),
    'safety.plan': (_input, { actor, safety }) => safety.plan(actor),
    'safety.savePlan': (plan, { actor, safety }) => safety.savePlan(actor, plan),
    'safety.contacts': (_input, { actor, safety }) => safety.contacts(actor),
    'safety.addContact': (input, { actor, safety }) => safety.addContact(actor, input),
    'safety.updateContact': (input, { actor, safety }) => safety.updateContact(actor, input),
    'safety.removeContact': ({ contactId }, { actor, safety }) => {
      safety.removeContact(actor, contactId);
      return {};
    },
    'safety.moveContact': (input, { actor, safety }) => safety.moveContact(actor, input),
    'settings.get': (_input, { actor, settings }) => settings.get(actor),
    'settings.update': (input, { actor, settings }) => settings.update(actor, input),
    'transfer.export': (_input, { actor, transfer }) => transfer.export(actor),
    'database.check': (_input, { transfer }) => transfer.check(),
  },
});
