-- Distributes an empty, migrated Shuke database over the servers of a Citus cluster: every table by merchant_id, beside the
-- merchant itself, so that a merchant's rows are on one server and no statement leaves it. Run once, as the tables' owner, after
-- './run prepare-database' with SHUKE_SHARDED=true, and before the first shop is opened; the setting stays.
-- The list is the catalogue's: a table that is not distributed by merchant_id has no merchant and is on every server.

-- Row level security on the shards sees what the transaction set only with this.
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET citus.propagate_set_commands = %L', current_database(), 'local'); END $$;

DO $$
DECLARE
    next record;
    done oid[] := '{}';
BEGIN
    -- A table comes after those its foreign keys point at.
    LOOP
        SELECT c.oid, c.oid::regclass AS name,
            EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'merchant_id' AND NOT a.attisdropped) AS has_merchant
        INTO next
        FROM pg_class c
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
            AND NOT c.oid = ANY (done)
            AND NOT EXISTS (
                SELECT 1 FROM pg_constraint k
                WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid <> c.oid AND NOT k.confrelid = ANY (done)
            )
        ORDER BY c.relname = 'merchant' DESC, c.relname LIMIT 1;
        EXIT WHEN NOT FOUND;
        IF NOT next.has_merchant THEN
            PERFORM create_reference_table(next.name);
        ELSIF next.name = 'merchant'::regclass THEN
            PERFORM create_distributed_table(next.name, 'merchant_id');
        ELSE
            PERFORM create_distributed_table(next.name, 'merchant_id', colocate_with => 'merchant');
        END IF;
        done := done || next.oid;
    END LOOP;
END $$;
