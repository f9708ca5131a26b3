//! `rctm admin roles`: the SQL by which PostgreSQL gives each role no more than it needs.

/// What the owner of the server runs in the database of the installation, before the first
/// `rctm migrate` and after each: running it again changes nothing.
pub const SQL: &str = r"-- Roles of RCTM on PostgreSQL. Run as a superuser in the installation's database,
-- before the first `rctm migrate` and again after each. Then give each role its password: \password rctm_app
DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'rctm_migrate') THEN
        CREATE ROLE rctm_migrate LOGIN;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'rctm_app') THEN
        CREATE ROLE rctm_app LOGIN;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'rctm_backup') THEN
        CREATE ROLE rctm_backup LOGIN;
    END IF;
END $$;
ALTER ROLE rctm_migrate NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION;
ALTER ROLE rctm_app NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION;
-- Reads every row of every table, and writes nothing.
ALTER ROLE rctm_backup NOSUPERUSER NOCREATEDB NOCREATEROLE BYPASSRLS NOREPLICATION;
ALTER ROLE rctm_backup SET default_transaction_read_only = on;
GRANT pg_read_all_data TO rctm_backup;

-- The schema and what is in it belong to rctm_migrate, which runs `rctm migrate` and `rctm restore`.
ALTER SCHEMA public OWNER TO rctm_migrate;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
DO $$
DECLARE one record;
BEGIN
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('ALTER TABLE public.%I OWNER TO rctm_migrate', one.tablename);
    END LOOP;
    FOR one IN SELECT oid::regprocedure AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO rctm_migrate', one.name);
    END LOOP;
END $$;

-- rctm_app runs `rctm serve`: it reads and writes rows, and changes no table.
GRANT USAGE ON SCHEMA public TO rctm_app, rctm_backup;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO rctm_app;
ALTER DEFAULT PRIVILEGES FOR ROLE rctm_migrate IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO rctm_app;

-- Of the audit log it adds entries and moves the head on, nothing else.
DO $$
BEGIN
    IF to_regclass('public.audit_head') IS NOT NULL THEN
        REVOKE ALL ON audit_entry, audit_head, seaql_migrations FROM rctm_app;
        GRANT SELECT, INSERT ON audit_entry TO rctm_app;
        GRANT SELECT, UPDATE (seq, hash, seal) ON audit_head TO rctm_app;
        GRANT SELECT ON seaql_migrations TO rctm_app;
    END IF;
END $$;
";
