CREATE TABLE "channel_sightings" (
	"account_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"origin" text NOT NULL,
	"allowed" boolean NOT NULL,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "channel_sightings_account_id_channel_id_origin_pk" PRIMARY KEY("account_id","channel_id","origin")
);
--> statement-breakpoint
ALTER TABLE "channel_sightings" ADD CONSTRAINT "channel_sightings_channel" FOREIGN KEY ("account_id","channel_id") REFERENCES "public"."channels"("account_id","id") ON DELETE cascade ON UPDATE no action;