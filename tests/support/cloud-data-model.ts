/** The tables, columns and named indexes of the cloud product's data model, as its document lists them. */
export const cloudTables = {
  users: ['id', 'email', 'created_at', 'settings'],
  sessions: ['id', 'user_id', 'title', 'status', 'started_at', 'ended_at', 'metadata'],
  messages: ['id', 'session_id', 'user_id', 'role', 'content', 'metadata', 'created_at'],
  parts: ['id', 'user_id', 'name', 'story', 'status', 'confidence_score', 'recent_evidence', 'attributes', 'created_at', 'updated_at'],
  part_relationships: [
    ...['id', 'user_id', 'from_part_id', 'to_part_id', 'relationship_type', 'polarization_level', 'notes'],
    ...['created_at', 'updated_at'],
  ],
  part_assessments: ['id', 'user_id', 'part_id', 'assessment_type', 'content', 'created_at'],
  agent_actions: [
    ...['id', 'user_id', 'session_id', 'action_type', 'entity_type', 'entity_id', 'payload', 'result', 'reverted_at'],
    ...['created_at'],
  ],
  user_memory_snapshots: ['id', 'user_id', 'version', 'is_checkpoint', 'operations', 'metadata', 'created_at'],
  memory_updates: ['id', 'user_id', 'kind', 'ref_id', 'processed', 'created_at'],
  insights: [
    ...['id', 'user_id', 'type', 'status', 'content', 'rating', 'feedback', 'revealed_at', 'actioned_at', 'created_at'],
    ...['updated_at'],
  ],
  onboarding: ['id', 'user_id', 'current_step', 'completed', 'responses', 'completed_at', 'created_at'],
} as const;

export const cloudIndexes = {
  idx_sessions_user_status: { table: 'sessions', columns: ['user_id', 'status'] },
  idx_sessions_user_started: { table: 'sessions', columns: ['user_id', 'started_at DESC'] },
  idx_messages_session: { table: 'messages', columns: ['session_id', 'created_at'] },
  idx_parts_user_status: { table: 'parts', columns: ['user_id', 'status'] },
  idx_relationships_from: { table: 'part_relationships', columns: ['from_part_id'] },
  idx_relationships_to: { table: 'part_relationships', columns: ['to_part_id'] },
  // The cloud's is `created_at DESC`. SQLite reads either way round, and writes new actions more cheaply at the end (decision 0017).
  idx_actions_user_created: { table: 'agent_actions', columns: ['user_id', 'created_at'] },
  idx_actions_entity: { table: 'agent_actions', columns: ['entity_type', 'entity_id'] },
  idx_memory_user_version: { table: 'user_memory_snapshots', columns: ['user_id', 'version'] },
  idx_memory_updates_user_processed: { table: 'memory_updates', columns: ['user_id', 'processed', 'created_at'] },
  idx_insights_user_status: { table: 'insights', columns: ['user_id', 'status'] },
  idx_insights_user_status_created: { table: 'insights', columns: ['user_id', 'status', 'created_at DESC'] },
} as const;
