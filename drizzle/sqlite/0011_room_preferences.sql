ALTER TABLE `memberships` ADD `muted` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `memberships` ADD `hidden` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `memberships` ADD `favourite` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE `events` SET `json` = json_set(`json`, '$.room.membership.muted', json('false'), '$.room.membership.hidden', json('false'), '$.room.membership.favourite', json('false')) WHERE `type` = 'room.added';--> statement-breakpoint
UPDATE `events` SET `json` = json_remove(json_set(`json`, '$.preferences', json_object('notify', `json` ->> '$.notify', 'muted', json('false'), 'hidden', json('false'), 'favourite', json('false'))), '$.notify') WHERE `type` = 'membership.updated';
