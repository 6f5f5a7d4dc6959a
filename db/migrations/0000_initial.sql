CREATE SEQUENCE "public"."ticket_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"prefix" text NOT NULL,
	"role" text NOT NULL,
	"created_by" uuid,
	"expires_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_tokens_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"actor_name" text NOT NULL,
	"entity_kind" text NOT NULL,
	"entity_id" text NOT NULL,
	"entity_name" text NOT NULL,
	"verb" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "changes_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"locked_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"role" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"session_version" integer DEFAULT 1 NOT NULL,
	"may_suspend" boolean DEFAULT false NOT NULL,
	"locale" text,
	"time_zone" text,
	"preferences" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"oidc_subject" text,
	"invite_token_hash" text,
	"invite_expires_at" timestamp (3) with time zone,
	"last_signed_in_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "bot_channels" (
	"account_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"in_use" boolean DEFAULT false NOT NULL,
	CONSTRAINT "bot_channels_account_id_bot_id_channel_id_pk" PRIMARY KEY("account_id","bot_id","channel_id")
);
--> statement-breakpoint
CREATE TABLE "bots" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"avatar" text,
	"greeting" text DEFAULT '' NOT NULL,
	"fallback" text DEFAULT '' NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"answers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bots_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "bots_key" UNIQUE("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "brands" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "brands_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "brands_key" UNIQUE("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "channel_keys" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"name" text NOT NULL,
	"secret_encrypted" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "channel_keys_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"brand_id" uuid NOT NULL,
	"default_group_id" uuid,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "channels_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "channels_key" UNIQUE("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "integrations" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"channel_id" uuid,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"secret_encrypted" text,
	"state" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "integrations_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "integrations_key" UNIQUE("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"intervals" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"holidays" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "schedules_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "schedules_key" UNIQUE("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"secret_encrypted" text NOT NULL,
	"events" text[] DEFAULT '{}'::text[] NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhooks_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "widget_sessions" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"channel_key" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"language" text,
	"page" jsonb,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "widget_sessions_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"message_seq" integer,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"bytes" "bytea",
	"path" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attachments_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ext_id" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"channel_key" text NOT NULL,
	"brand_key" text NOT NULL,
	"group_key" text,
	"assignee_key" text,
	"bot_key" text,
	"language" text,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"phase" text NOT NULL,
	"flow" jsonb,
	"queue_state" text DEFAULT 'none' NOT NULL,
	"queued_at" timestamp (3) with time zone,
	"queue_entered_count" integer DEFAULT 0 NOT NULL,
	"queue_entry_position" integer,
	"initial_routing" boolean DEFAULT false NOT NULL,
	"requested" boolean DEFAULT false NOT NULL,
	"served" boolean DEFAULT false NOT NULL,
	"capacity_held" boolean DEFAULT false NOT NULL,
	"inactive" boolean DEFAULT false NOT NULL,
	"inactive_count" smallint DEFAULT 0 NOT NULL,
	"event_seq" integer DEFAULT 0 NOT NULL,
	"message_seq" integer DEFAULT 0 NOT NULL,
	"requested_at" timestamp (3) with time zone,
	"assigned_at" timestamp (3) with time zone,
	"routed_at" timestamp (3) with time zone,
	"first_agent_reply_at" timestamp (3) with time zone,
	"last_agent_reply_at" timestamp (3) with time zone,
	"last_customer_reply_at" timestamp (3) with time zone,
	"last_activity_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	"number" bigint,
	"status" text DEFAULT 'new' NOT NULL,
	"class" text DEFAULT 'open' NOT NULL,
	"subject" text,
	"type" text DEFAULT 'ordinary' NOT NULL,
	"context" text,
	"sentiment" text,
	"source" text,
	"integration_key" text,
	"allegro_account" text,
	"inbox_key" text,
	"inbox_group_key" text,
	"orders" text[] DEFAULT '{}'::text[] NOT NULL,
	"created_by" text,
	"ticket_created_at" timestamp (3) with time zone,
	"suspended_ticket" boolean DEFAULT false NOT NULL,
	CONSTRAINT "conversations_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "customer_identities" (
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_identities_account_id_kind_value_pk" PRIMARY KEY("account_id","kind","value")
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ext_id" text NOT NULL,
	"name" text,
	"email" text,
	"email_verified" boolean DEFAULT false NOT NULL,
	"language" text,
	"anonymous" boolean DEFAULT false NOT NULL,
	"triggered" boolean DEFAULT false NOT NULL,
	"suspended" text,
	"previous_conversations" integer DEFAULT 0 NOT NULL,
	"automated_since" timestamp (3) with time zone,
	"automated_count" integer DEFAULT 0 NOT NULL,
	"merged_into" uuid,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"meta" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"first_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customers_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "event_keys" (
	"account_id" uuid NOT NULL,
	"ext_id" text NOT NULL,
	"event_id" uuid NOT NULL,
	"body_hash" "bytea" NOT NULL,
	"result" jsonb,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "event_keys_account_id_ext_id_pk" PRIMARY KEY("account_id","ext_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ext_id" text,
	"conversation_id" uuid,
	"customer_id" uuid,
	"seq" integer,
	"type" text NOT NULL,
	"channel_key" text,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"payload" jsonb NOT NULL,
	"facts" jsonb,
	"depth" smallint DEFAULT 0 NOT NULL,
	"cause_firing" uuid,
	CONSTRAINT "events_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"direction" text NOT NULL,
	"message_id" text NOT NULL,
	"references" text[] DEFAULT '{}'::text[] NOT NULL,
	"integration_key" text,
	"conversation_id" uuid,
	"sender" text NOT NULL,
	"recipients" text[] DEFAULT '{}'::text[] NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"html" text,
	"headers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mails_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"account_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"author_kind" text NOT NULL,
	"author_id" text,
	"author_name" text,
	"avatar" text,
	"kind" text DEFAULT 'text' NOT NULL,
	"body" text NOT NULL,
	"meta" jsonb,
	"client_id" text,
	"origin_firing" uuid,
	"origin_step" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "messages_account_id_conversation_id_seq_pk" PRIMARY KEY("account_id","conversation_id","seq")
);
--> statement-breakpoint
CREATE TABLE "suspensions" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" text,
	"by_name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by_name" text,
	CONSTRAINT "suspensions_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "ai_days" (
	"account_id" uuid NOT NULL,
	"day" date NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL,
	"tokens" bigint DEFAULT 0 NOT NULL,
	"cost_micros" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "ai_days_account_id_day_pk" PRIMARY KEY("account_id","day")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"account_id" uuid NOT NULL,
	"idempotency_key" text NOT NULL,
	"firing_id" uuid,
	"step" integer,
	"webhook_id" uuid,
	"conversation_id" uuid,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"state" text NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"last_error" jsonb,
	"response" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "deliveries_account_id_idempotency_key_pk" PRIMARY KEY("account_id","idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "firing_steps" (
	"account_id" uuid NOT NULL,
	"firing_id" uuid NOT NULL,
	"step" integer NOT NULL,
	"conversation_id" uuid,
	"rule_id" uuid NOT NULL,
	"action" text NOT NULL,
	"params" jsonb NOT NULL,
	"state" text NOT NULL,
	"due_at" timestamp (3) with time zone,
	"attempt" integer DEFAULT 0 NOT NULL,
	"done_at" timestamp (3) with time zone,
	"result" jsonb,
	"error" jsonb,
	CONSTRAINT "firing_steps_account_id_firing_id_step_pk" PRIMARY KEY("account_id","firing_id","step")
);
--> statement-breakpoint
CREATE TABLE "firings" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	"family" text NOT NULL,
	"rule_version" integer NOT NULL,
	"rule_name" text DEFAULT '' NOT NULL,
	"conversation_id" uuid,
	"customer_id" uuid,
	"state" text NOT NULL,
	"reason" text,
	"trace" jsonb,
	"facts" jsonb,
	"depth" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"error" jsonb,
	CONSTRAINT "firings_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "once_marks" (
	"account_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	"firing_id" uuid NOT NULL,
	CONSTRAINT "once_marks_account_id_conversation_id_rule_id_pk" PRIMARY KEY("account_id","conversation_id","rule_id")
);
--> statement-breakpoint
CREATE TABLE "proactive_interactions" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	"rule_version" integer NOT NULL,
	"kind" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"visit_id" text,
	"channel_key" text NOT NULL,
	"url" text,
	"conversation_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "proactive_interactions_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "rule_days" (
	"account_id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	"day" date NOT NULL,
	"fired" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "rule_days_account_id_rule_id_day_pk" PRIMARY KEY("account_id","rule_id","day")
);
--> statement-breakpoint
CREATE TABLE "rule_sets" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rule_versions" (
	"account_id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"body" jsonb NOT NULL,
	"author_id" uuid,
	"author_name" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rule_versions_account_id_rule_id_version_pk" PRIMARY KEY("account_id","rule_id","version")
);
--> statement-breakpoint
CREATE TABLE "rules" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"family" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"active" boolean DEFAULT false NOT NULL,
	"draft" boolean DEFAULT false NOT NULL,
	"once" boolean DEFAULT false NOT NULL,
	"channels" text[] DEFAULT '{}'::text[] NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"body" jsonb NOT NULL,
	"changed_in" bigint NOT NULL,
	"search" text DEFAULT '' NOT NULL,
	"broken" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "rules_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "time_cursors" (
	"account_id" uuid NOT NULL,
	"workflow_id" uuid NOT NULL,
	"condition" text NOT NULL,
	"field" text NOT NULL,
	"minutes" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"ticket_id" uuid NOT NULL,
	CONSTRAINT "time_cursors_account_id_workflow_id_condition_pk" PRIMARY KEY("account_id","workflow_id","condition")
);
--> statement-breakpoint
CREATE TABLE "agent_groups" (
	"account_id" uuid NOT NULL,
	"agent_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	CONSTRAINT "agent_groups_account_id_agent_id_group_id_pk" PRIMARY KEY("account_id","agent_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "agents" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"avatar" text,
	"status" text DEFAULT 'invisible' NOT NULL,
	"presence" text DEFAULT 'browser' NOT NULL,
	"seen_at" timestamp (3) with time zone,
	"status_since" timestamp (3) with time zone,
	"last_assigned_at" timestamp (3) with time zone,
	"capacity" integer DEFAULT 5 NOT NULL,
	"schedule_key" text,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agents_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "agents_key" UNIQUE("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "canned_replies" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"shortcut" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "canned_replies_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"overflow_group_id" uuid,
	"overflow_minutes" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "groups_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "groups_key" UNIQUE("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "inbox_groups" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbox_groups_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "inbox_groups_key" UNIQUE("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "inboxes" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"inbox_group_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inboxes_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "inboxes_key" UNIQUE("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "statuses" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"class" text NOT NULL,
	"colour" text NOT NULL,
	"flags" jsonb NOT NULL,
	"system" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "statuses_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "statuses_key" UNIQUE("account_id","key")
);
--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_creator" FOREIGN KEY ("account_id","created_by") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bot_channels" ADD CONSTRAINT "bot_channels_bot" FOREIGN KEY ("account_id","bot_id") REFERENCES "public"."bots"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bot_channels" ADD CONSTRAINT "bot_channels_channel" FOREIGN KEY ("account_id","channel_id") REFERENCES "public"."channels"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bots" ADD CONSTRAINT "bots_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brands" ADD CONSTRAINT "brands_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_keys" ADD CONSTRAINT "channel_keys_channel" FOREIGN KEY ("account_id","channel_id") REFERENCES "public"."channels"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_brand" FOREIGN KEY ("account_id","brand_id") REFERENCES "public"."brands"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_default_group" FOREIGN KEY ("account_id","default_group_id") REFERENCES "public"."groups"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integrations" ADD CONSTRAINT "integrations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integrations" ADD CONSTRAINT "integrations_channel" FOREIGN KEY ("account_id","channel_id") REFERENCES "public"."channels"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_identities" ADD CONSTRAINT "customer_identities_customer_fk" FOREIGN KEY ("account_id","customer_id") REFERENCES "public"."customers"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspensions" ADD CONSTRAINT "suspensions_customer_fk" FOREIGN KEY ("account_id","customer_id") REFERENCES "public"."customers"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rules" ADD CONSTRAINT "rules_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agent_groups" ADD CONSTRAINT "agent_groups_agent" FOREIGN KEY ("account_id","agent_id") REFERENCES "public"."agents"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agent_groups" ADD CONSTRAINT "agent_groups_group_fk" FOREIGN KEY ("account_id","group_id") REFERENCES "public"."groups"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agents" ADD CONSTRAINT "agents_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agents" ADD CONSTRAINT "agents_user_fk" FOREIGN KEY ("account_id","user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_overflow_group" FOREIGN KEY ("account_id","overflow_group_id") REFERENCES "public"."groups"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_groups" ADD CONSTRAINT "inbox_groups_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inboxes" ADD CONSTRAINT "inboxes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inboxes" ADD CONSTRAINT "inboxes_group" FOREIGN KEY ("account_id","inbox_group_id") REFERENCES "public"."inbox_groups"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statuses" ADD CONSTRAINT "statuses_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_key" ON "accounts" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "api_tokens_hash" ON "api_tokens" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "changes_entity" ON "changes" USING btree ("account_id","entity_kind","entity_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("account_id",lower("email"));--> statement-breakpoint
CREATE INDEX "users_sign_in" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "users_invitation" ON "users" USING btree ("invite_token_hash") WHERE "users"."invite_token_hash" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "bot_channels_in_use" ON "bot_channels" USING btree ("account_id","channel_id") WHERE "bot_channels"."in_use";--> statement-breakpoint
CREATE UNIQUE INDEX "schedules_name" ON "schedules" USING btree ("account_id",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "widget_sessions_token" ON "widget_sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "widget_sessions_customer" ON "widget_sessions" USING btree ("account_id","customer_id");--> statement-breakpoint
CREATE INDEX "attachments_conversation" ON "attachments" USING btree ("account_id","conversation_id","message_seq");--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_ext_id" ON "conversations" USING btree ("account_id","ext_id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_number" ON "conversations" USING btree ("account_id","number") WHERE "conversations"."number" is not null;--> statement-breakpoint
CREATE INDEX "conversations_queue" ON "conversations" USING btree ("account_id","group_key","queued_at") WHERE "conversations"."queue_state" = 'queued';--> statement-breakpoint
CREATE INDEX "conversations_assigned" ON "conversations" USING btree ("account_id","assignee_key") WHERE "conversations"."phase" = 'assigned';--> statement-breakpoint
CREATE INDEX "conversations_created" ON "conversations" USING btree ("account_id","created_at","id") WHERE "conversations"."class" = 'open';--> statement-breakpoint
CREATE INDEX "conversations_customer_reply" ON "conversations" USING btree ("account_id","last_customer_reply_at","id") WHERE "conversations"."class" = 'open';--> statement-breakpoint
CREATE INDEX "conversations_customer" ON "conversations" USING btree ("account_id","customer_id");--> statement-breakpoint
CREATE INDEX "conversations_routed" ON "conversations" USING btree ("account_id","group_key","routed_at") WHERE "conversations"."routed_at" is not null;--> statement-breakpoint
CREATE INDEX "customer_identities_customer" ON "customer_identities" USING btree ("account_id","customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_ext_id" ON "customers" USING btree ("account_id","ext_id");--> statement-breakpoint
CREATE INDEX "customers_email" ON "customers" USING btree ("account_id",lower("email")) WHERE "customers"."email" is not null;--> statement-breakpoint
CREATE INDEX "customers_suspended" ON "customers" USING btree ("account_id","id") WHERE "customers"."suspended" is not null;--> statement-breakpoint
CREATE INDEX "event_keys_received" ON "event_keys" USING btree ("account_id","received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "events_conversation_seq" ON "events" USING btree ("account_id","conversation_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "mails_message_id" ON "mails" USING btree ("account_id","direction","message_id");--> statement-breakpoint
CREATE INDEX "mails_conversation" ON "mails" USING btree ("account_id","conversation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_client_id" ON "messages" USING btree ("account_id","conversation_id","client_id") WHERE "messages"."client_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "messages_origin" ON "messages" USING btree ("account_id","origin_firing","origin_step") WHERE "messages"."origin_firing" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "suspensions_in_force" ON "suspensions" USING btree ("account_id","customer_id") WHERE "suspensions"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "suspensions_customer" ON "suspensions" USING btree ("account_id","customer_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_step" ON "deliveries" USING btree ("account_id","firing_id","step") WHERE "deliveries"."firing_id" is not null;--> statement-breakpoint
CREATE INDEX "deliveries_next" ON "deliveries" USING btree ("next_at") WHERE "deliveries"."state" in ('ready', 'leased');--> statement-breakpoint
CREATE INDEX "deliveries_webhook" ON "deliveries" USING btree ("account_id","webhook_id","created_at") WHERE "deliveries"."webhook_id" is not null;--> statement-breakpoint
CREATE INDEX "firing_steps_due" ON "firing_steps" USING btree ("due_at") WHERE "firing_steps"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "firing_steps_rule" ON "firing_steps" USING btree ("account_id","rule_id") WHERE "firing_steps"."state" in ('waiting', 'pending');--> statement-breakpoint
CREATE INDEX "firing_steps_conversation" ON "firing_steps" USING btree ("account_id","conversation_id") WHERE "firing_steps"."state" in ('waiting', 'pending');--> statement-breakpoint
CREATE UNIQUE INDEX "firings_event_rule" ON "firings" USING btree ("account_id","event_id","rule_id");--> statement-breakpoint
CREATE INDEX "firings_rule" ON "firings" USING btree ("account_id","rule_id","id");--> statement-breakpoint
CREATE INDEX "firings_conversation" ON "firings" USING btree ("account_id","conversation_id","id");--> statement-breakpoint
CREATE INDEX "firings_customer" ON "firings" USING btree ("account_id","customer_id","id");--> statement-breakpoint
CREATE INDEX "firings_attention" ON "firings" USING btree ("account_id","id") WHERE "firings"."state" in ('failed', 'waiting');--> statement-breakpoint
CREATE INDEX "proactive_interactions_rule" ON "proactive_interactions" USING btree ("account_id","rule_id","kind","id");--> statement-breakpoint
CREATE INDEX "proactive_interactions_customer" ON "proactive_interactions" USING btree ("account_id","customer_id","rule_id");--> statement-breakpoint
CREATE INDEX "rule_days_day" ON "rule_days" USING btree ("account_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "rules_name" ON "rules" USING btree ("account_id","family",lower("name")) WHERE "rules"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "rules_changed_in" ON "rules" USING btree ("account_id","changed_in");--> statement-breakpoint
CREATE INDEX "rules_search" ON "rules" USING btree ("account_id","family","search");--> statement-breakpoint
CREATE INDEX "agent_groups_group" ON "agent_groups" USING btree ("account_id","group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agents_user" ON "agents" USING btree ("account_id","user_id") WHERE "agents"."user_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "canned_replies_shortcut" ON "canned_replies" USING btree ("account_id",lower("shortcut"));--> statement-breakpoint
CREATE UNIQUE INDEX "statuses_name" ON "statuses" USING btree ("account_id",lower("name"));