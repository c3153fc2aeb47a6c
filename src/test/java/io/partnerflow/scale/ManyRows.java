package io.partnerflow.scale;

import io.partnerflow.parties.Party;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A house that has done business for years: as many orders, contracts, invoices, trials, devices and so on as wanted, written by
 * statements over whole sets with triggers and foreign keys off. One reseller has half of everything, a thousand share the rest.
 */
class ManyRows {

    private static final List<String> WRITTEN = List.of(
            "customer_order", "order_milestone", "subscription", "subscription_term", "subscription_line", "payment");

    private static final Pattern STATEMENTS = Pattern.compile(";\\s*\\n");

    /** {@code :n} rows each; a customer's id, order, contract and so on carry its number. */
    private static final String ROWS = """
            INSERT INTO organisation (id, name, country, registration_number, email, language, line1, postal_code, city, created_at, version)
            SELECT pg_temp.customer(n),
                (ARRAY['Åkeri', 'Bygg', 'Café', 'Dal', 'Energi', 'Fastighets', 'Gård', 'Hotell', 'Idrott', 'Järn'])[1 + n % 10]
                || ' ' || (ARRAY['Norr', 'Söder', 'Öst', 'Väst', 'Mälar', 'Berg', 'Sjö', 'Skog'])[1 + n % 8] || ' ' || n || ' AB',
                (ARRAY['SE', 'DE', 'FR', 'NO'])[1 + n % 4], 'scale-' || n, 'kund' || n || '@example.org', 'sv', 'Storgatan ' || n % 90,
                '111 22', (ARRAY['Stockholm', 'Göteborg', 'Malmö', 'Umeå', 'Lund'])[1 + n % 5], pg_temp.day(n), 0
            FROM generate_series(1, :n) n;
            INSERT INTO reseller_link (id, reseller_id, customer_id, since)
            SELECT gen_random_uuid(), pg_temp.seller(n), pg_temp.customer(n), pg_temp.day(n)
            FROM generate_series(1, :n) n WHERE pg_temp.customer(n) <> pg_temp.seller(n);
            INSERT INTO primary_reseller (id, customer_id, reseller_id, since)
            SELECT gen_random_uuid(), customer_id, reseller_id, since FROM reseller_link WHERE customer_id IN (
                SELECT pg_temp.customer(n) FROM generate_series(1, :n) n);
            INSERT INTO reseller (organisation_id, programme, status, tier, partner_discount, since, version)
            SELECT pg_temp.customer(n), 'licence', 'ACTIVE', 'GOLD', 20, pg_temp.day(n), 0 FROM generate_series(1, 999, 2) n;
            INSERT INTO trial (number, programme, policy_version, reseller_id, customer_id, customer_type, status, started_by_name,
                started_by_email, started_at, starts_on, days, purge_after_months, inactive_from, purge_on, extensions, users_revision,
                ended_at, version)
            SELECT 'TR-2020-' || lpad(n::text, 6, '0'), 'licence', pg_temp.version('licence'), pg_temp.seller(n), pg_temp.customer(n), 'COMPANY', t.status, 'Anna Ek',
                'anna@example.org', pg_temp.day(n), pg_temp.day(n)::date, 30, 6, pg_temp.day(n)::date + 30, pg_temp.day(n)::date + 210, 0, 1,
                CASE WHEN t.status IN ('CONVERTED', 'PURGED') THEN pg_temp.day(n) + interval '20 days' END, 0
            FROM generate_series(1, :n) n
            CROSS JOIN LATERAL (SELECT (ARRAY['IN_USE', 'INACTIVE', 'CONVERTED', 'CONVERTED', 'PURGED'])[1 + n % 5] AS status) t;
            INSERT INTO customer_order (number, programme, policy_version, reseller_id, customer_id, status, term_months, start_date,
                po_reference, terms_version, terms_accepted_by, terms_accepted_at, currency, annual_list, annual_net, contract_value,
                partner_discount, term_discount, estimate, subscription_number, invoiced, placed_by, started_at, form_deadline, only_one, version)
            SELECT 'OR-2020-' || lpad(n::text, 6, '0'), p.programme, pg_temp.version(p.programme), pg_temp.seller(n), pg_temp.customer(n),
                (ARRAY['COMPLETED', 'COMPLETED', 'COMPLETED', 'COMPLETED', 'COMPLETED', 'COMPLETED', 'ACTIVE', 'REGISTERED', 'CANCELLED',
                    'STARTED', 'LAPSED'])[1 + n % 11],
                12, pg_temp.day(n)::date, 'PO-' || n % 5000, '1', 'anna@example.org', pg_temp.day(n), 'SEK', 12000, 9600, 9600, 20, 0, '{}',
                'SU-2020-' || lpad(n::text, 6, '0'), true, 'anna@example.org', pg_temp.day(n) + interval '1 day', pg_temp.day(n) + interval '15 days',
                false, 0
            FROM generate_series(1, :n) n
            CROSS JOIN LATERAL (SELECT CASE WHEN n % 20 < 2 THEN 'workplace' ELSE 'licence' END AS programme) p;
            INSERT INTO order_line (order_number, position, product, quantity)
            SELECT 'OR-2020-' || lpad(n::text, 6, '0'), l, CASE l WHEN 1 THEN 'planning-licence' ELSE 'planning-licence-plus' END, 1 + n % 7
            FROM generate_series(1, :n) n, generate_series(1, 2) l;
            INSERT INTO order_milestone (order_number, name, at, reseller_id)
            SELECT 'OR-2020-' || lpad(n::text, 6, '0'), m, pg_temp.day(n), pg_temp.seller(n)
            FROM generate_series(1, :n) n, unnest(ARRAY['started', 'registered', 'completed']) m;
            INSERT INTO subscription (number, order_number, programme, policy_version, reseller_id, customer_id, status, start_date,
                rhythm_months, invoiced_periods, next_invoice_on, po_reference, activated_at, ended_at, notice_days,
                reduction_window_months, payment_days, renewal_due_on, ends_on, follow_up_on, payer, version)
            SELECT 'SU-2020-' || lpad(n::text, 6, '0'), 'OR-2020-' || lpad(n::text, 6, '0'), p.programme, pg_temp.version(p.programme), pg_temp.seller(n),
                pg_temp.customer(n), CASE WHEN n % 7 = 0 THEN 'ENDED' ELSE 'ACTIVE' END, pg_temp.day(n)::date, 12, 1,
                CASE WHEN n % 7 <> 0 THEN current_date + n % 365 END, 'PO-' || n % 5000, pg_temp.day(n),
                CASE WHEN n % 7 = 0 THEN pg_temp.day(n) + interval '300 days' END, 90, 3, 30, current_date + n % 365,
                CASE WHEN n % 20 < 2 THEN current_date + n % 365 END, CASE WHEN n % 20 < 2 THEN current_date + n % 300 END, pg_temp.seller(n), 0
            FROM generate_series(1, :n) n
            CROSS JOIN LATERAL (SELECT CASE WHEN n % 20 < 2 THEN 'workplace' ELSE 'licence' END AS programme) p;
            INSERT INTO subscription_term (subscription, position, months_before, months, begins_on, renews_on)
            SELECT number, 0, 0, 12, start_date, current_date + 1 + substr(number, 9)::int % 365 FROM subscription;
            INSERT INTO subscription_line (subscription, term, position, product, quantity, currency, list_per_year, term_discount,
                partner_discount, annual_list, annual_net)
            SELECT number, 0, 0, 'planning-licence', 10, 'SEK', 1200, 0, 20, 12000 + substr(number, 9)::int % 900, 9600 FROM subscription;
            INSERT INTO invoice (number, source, issue_date, due_date, issued_at, bill_to, reseller_id, customer_id, subscription,
                order_number, po_reference, payment_reference, currency, net, vat, gross, seller, buyer, programme, kind, credits, credit_reason)
            SELECT 'IN-2020-' || lpad(n::text, 6, '0'), 'scale/' || n, pg_temp.day(n)::date, pg_temp.day(n)::date + 30, pg_temp.day(n),
                pg_temp.seller(n), pg_temp.seller(n), pg_temp.customer(n), 'SU-2020-' || lpad(n::text, 6, '0'),
                'OR-2020-' || lpad(n::text, 6, '0'), 'PO-' || n % 5000, 'scale' || n, 'SEK', 9600, 2400, 12000, '{}', '{}', 'licence',
                CASE WHEN n % 50 = 1 AND n > 50 THEN 'CREDIT_NOTE' ELSE 'INVOICE' END,
                CASE WHEN n % 50 = 1 AND n > 50 THEN 'IN-2020-' || lpad((n - 2)::text, 6, '0') END,
                CASE WHEN n % 50 = 1 AND n > 50 THEN 'wrong' END
            FROM generate_series(1, :n) n;
            INSERT INTO invoice_line (invoice, position, kind, subscription, period_from, period_to, description, formula, quantity,
                unit_net, net, vat_category, vat_rate, credits_position)
            SELECT number, 0, CASE kind WHEN 'INVOICE' THEN 'PERIOD' ELSE 'CREDIT' END, subscription, issue_date, issue_date + 365,
                'Planning licence', '10 × 960', 10, 960, 9600, 'S', 25, CASE kind WHEN 'INVOICE' THEN NULL ELSE 0 END
            FROM invoice WHERE source LIKE 'scale/%';
            INSERT INTO invoice_tax (invoice, category, rate, net, vat)
            SELECT number, 'S', 25, net, vat FROM invoice WHERE source LIKE 'scale/%';
            INSERT INTO payment (reference, kind, invoice, payer, amount, currency, received_on, recorded_at)
            SELECT 'scale/' || number, 'BANK', number, bill_to, gross, currency, due_date, issued_at
            FROM invoice WHERE source LIKE 'scale/%' AND kind = 'INVOICE' AND substr(number, 9)::int % 100 < 97;
            INSERT INTO offer (number, programme, policy_version, reseller_id, customer_id, status, draft_version, sent_version, created_by,
                created_at, ended_at)
            SELECT 'OF-2020-' || lpad(n::text, 6, '0'), 'workplace', pg_temp.version('workplace'), pg_temp.seller(n), pg_temp.customer(n), s.status,
                CASE WHEN s.status = 'DRAFT' THEN 1 END, CASE WHEN s.status <> 'DRAFT' THEN 1 END, 'anna@example.org', pg_temp.day(n),
                CASE WHEN s.status NOT IN ('DRAFT', 'SENT') THEN pg_temp.day(n) END
            FROM generate_series(1, :n) n
            CROSS JOIN LATERAL (SELECT (ARRAY['DRAFT', 'SENT', 'DECLINED', 'EXPIRED', 'WITHDRAWN', 'EXPIRED'])[1 + n % 6] AS status) s;
            INSERT INTO offer_version (offer_number, number, term_months, recipient_name, recipient_email, delivery, street, postal_code,
                city, country, priced_on, currency, monthly_rate, full_term_value, commission, saved_by, saved_at, sent_at, valid_until)
            SELECT number, 1, 36, 'Bo Ek', 'bo@example.org', 'DIRECT', 'Storgatan 1', '111 22', 'Lund', 'SE', created_at::date, 'SEK', 500,
                18000, 900, 'anna@example.org', created_at, CASE WHEN sent_version = 1 THEN created_at END,
                CASE WHEN sent_version = 1 THEN current_date + substr(number, 9)::int % 60 END
            FROM offer WHERE number LIKE 'OF-2020-%';
            INSERT INTO device (id, order_number, position, product, storage_media, customer_id, reseller_id, serial, status, since, version)
            SELECT pg_temp.device(n), 'OR-2020-' || lpad(n::text, 6, '0'), 1, (ARRAY['laptop-14', 'laptop-16-pro', 'monitor-27'])[1 + n % 3], 1,
                pg_temp.customer(n), pg_temp.seller(n), 'SCALE' || lpad(n::text, 8, '0'),
                (ARRAY['IN_USE', 'IN_USE', 'IN_USE', 'SHIPPED', 'DELIVERED', 'RETURN_ANNOUNCED', 'WIPED'])[1 + n % 7], pg_temp.day(n), 0
            FROM generate_series(1, :n) n;
            INSERT INTO device_event (device_id, status, at, by_whom) SELECT id, status, since, 'partnerflow' FROM device WHERE serial LIKE 'SCALE%';
            INSERT INTO shipment (number, order_number, reseller_id, customer_id, status, via_reseller, recipient, street, postal_code, city,
                country, carrier, tracking_number, shipped_at, shipped_by, open_pieces, received_on, version)
            SELECT 'SH-2020-' || lpad(n::text, 6, '0'), 'OR-2020-' || lpad(n::text, 6, '0'), pg_temp.seller(n), pg_temp.customer(n),
                CASE WHEN n % 50 = 0 THEN 'UNDER_WAY' ELSE 'RECEIVED' END, false, 'Bo Ek', 'Storgatan 1', '111 22', 'Lund', 'SE', 'postnord',
                'TRACK' || n, pg_temp.day(n), 'staff', CASE WHEN n % 50 = 0 THEN 1 ELSE 0 END, pg_temp.day(n)::date, 0
            FROM generate_series(1, :n) n;
            INSERT INTO shipment_item (shipment, position, device_id, serial, outcome, received_on, confirmed_by)
            SELECT 'SH-2020-' || lpad(n::text, 6, '0'), 1, pg_temp.device(n), 'SCALE' || lpad(n::text, 8, '0'), 'RECEIVED', pg_temp.day(n)::date,
                'CUSTOMER'
            FROM generate_series(1, :n) n;
            INSERT INTO device_return (number, kind, subscription, order_number, reseller_id, customer_id, programme, policy_version, way,
                status, started_on, due_on, completed_at, version)
            SELECT 'RE-2020-' || lpad(n::text, 6, '0'), 'CONTRACT', 'SU-2020-' || lpad(n::text, 6, '0'), 'OR-2020-' || lpad(n::text, 6, '0'),
                pg_temp.seller(n), pg_temp.customer(n), 'workplace', pg_temp.version('workplace'), 'DIRECT', CASE WHEN n % 9 = 0 THEN 'ANNOUNCED' ELSE 'COMPLETED' END,
                pg_temp.day(n)::date, pg_temp.day(n)::date + 14, CASE WHEN n % 9 <> 0 THEN pg_temp.day(n) END, 0
            FROM generate_series(1, :n) n;
            INSERT INTO returned_device (return_number, position, serial, product, state, media, ended_as, ended_at)
            SELECT 'RE-2020-' || lpad(n::text, 6, '0'), 1, 'SCALE' || lpad(n::text, 8, '0'), 'laptop-14',
                CASE WHEN n % 9 = 0 THEN 'ANNOUNCED' ELSE 'ENDED' END, 1, CASE WHEN n % 9 <> 0 THEN 'REFURBISHED' END,
                CASE WHEN n % 9 <> 0 THEN pg_temp.day(n) END
            FROM generate_series(1, :n) n;
            INSERT INTO compensation_statement (number, reseller_id, programme, policy_version, currency, month_net, carry_in, month_total,
                payable, carry_out, status, drawn_up_at, sent_on, contract, offer)
            SELECT 'ST-2020-' || lpad(n::text, 6, '0'), pg_temp.seller(n), 'workplace', pg_temp.version('workplace'), 'SEK', 9600, 0, 960, 960, 0, 'ISSUED', pg_temp.day(n),
                pg_temp.day(n)::date, 'SU-2020-' || lpad(n::text, 6, '0'), 'OF-2020-' || lpad(n::text, 6, '0')
            FROM generate_series(1, :n) n;
            INSERT INTO compensation_line (statement, position, document_kind, document_date, counts_on, customer_name, net, rate, amount,
                formula, component, description)
            SELECT s.number, 0, 'COMPONENT', s.sent_on, s.sent_on, c.name, 9600, 10, 960, '10 %', 'laptop-14', 'Laptop 14 inch'
            FROM compensation_statement s JOIN subscription u ON u.number = s.contract JOIN organisation c ON c.id = u.customer_id;
            INSERT INTO device_count (customer_id, type, devices, counted_at)
            SELECT pg_temp.customer(n), 'air-monitor', 1 + n % 40, pg_temp.day(n) FROM generate_series(1, :n) n;
            INSERT INTO coverage_case (number, customer_id, status, opened_at, grace_ends_on, version)
            SELECT 'CV-2020-' || n, pg_temp.customer(n), 'WARNED', now(), current_date + 30, 0 FROM generate_series(1, :n, 200) n;
            INSERT INTO audit_entry (at, actor, action, subject, detail)
            SELECT pg_temp.day(n), 'anna@example.org', 'order-placed', 'OR-2020-' || lpad(n::text, 6, '0'), 'x' FROM generate_series(1, :n) n;
            INSERT INTO letter (letter_key, message_id, business_key, template, language, recipient, recipient_name, subject, html,
                plain_text, status, sent_at, created_at)
            SELECT 'scale/' || n, 'scale' || n, 'OR-2020-' || lpad(n::text, 6, '0'), 'order-placed', 'sv', 'kund' || n || '@example.org',
                'Kund ' || n, 'Order OR-2020-' || lpad(n::text, 6, '0'), 'x', 'x', 'SENT', pg_temp.day(n), pg_temp.day(n)
            FROM generate_series(1, :n) n;
            INSERT INTO document (id, kind, business_key, edition, file_name, content_type, size, sha256, owners, created_at, content)
            SELECT pg_temp.device(n), 'invoice', 'IN-2020-' || lpad(n::text, 6, '0'), '1', 'invoice.pdf', 'application/pdf', octet_length(c.bytes),
                encode(sha256(c.bytes), 'hex'), ARRAY[pg_temp.seller(n)::text, pg_temp.customer(n)::text], pg_temp.day(n), c.bytes
            FROM generate_series(1, :n) n CROSS JOIN LATERAL (SELECT convert_to('%PDF' || n, 'UTF8') AS bytes) c;
            """;

    private final JdbcClient database;

    ManyRows(JdbcClient database) {
        this.database = database;
    }

    /** @param seller has the even customers */
    void write(int rows, Party seller) {
        functions(seller);
        var indexes = withoutIndexes();
        database.sql("SET session_replication_role = replica").update();
        for (var statement : STATEMENTS.split(ROWS)) {
            if (!statement.isBlank()) {
                database.sql(statement).param("n", rows).update();
            }
        }
        database.sql("SET session_replication_role = origin").update();
        database.sql("ANALYZE").update();
        rebuildLists(indexes);
        database.sql("VACUUM ANALYZE").update();
    }

    /** {@code rebuild_lists()} step by step: as a whole it would take longer than an answer may. */
    private void rebuildLists(List<String> indexes) {
        var steps = database.sql("SELECT prosrc FROM pg_proc WHERE proname = 'rebuild_lists'")
                .query(String.class)
                .single();
        var body = steps.substring(steps.indexOf("BEGIN") + 5, steps.lastIndexOf("END"));
        var columns = body.substring(0, body.indexOf("DELETE FROM"));
        each(columns);
        indexes.forEach(one -> database.sql(one).update());
        each(body.substring(columns.length()));
    }

    private void each(String steps) {
        for (var step : STATEMENTS.split(steps)) {
            if (!step.isBlank()) {
                database.sql(step).update();
            }
        }
    }

    /** Indexes are made when the rows are there. @return what makes them */
    private List<String> withoutIndexes() {
        var indexes = database.sql("""
                        SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS made
                        FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
                        WHERE t.relnamespace = 'partnerflow'::regnamespace AND t.relkind = 'r' AND t.relname NOT LIKE 'listed%'
                            AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)""")
                .query((row, i) -> List.of(row.getString("name"), row.getString("made")))
                .list();
        indexes.forEach(one -> database.sql("DROP INDEX " + one.get(0)).update());
        return indexes.stream().map(one -> one.get(1)).toList();
    }

    /**
     * What the lists' triggers cost, tried on some more orders with their contracts and on payments, all of it taken back.
     *
     * @param connection of the database
     */
    void tellWhatTriggersCost(Party seller, int some, Connection connection) throws SQLException {
        functions(seller);
        connection.setAutoCommit(false);
        for (var with : List.of(false, true, false, true)) {
            database.sql("DROP INDEX customer_order_open").update(); // the same customers order once more
            if (!with) {
                for (var table : WRITTEN) {
                    database.sql("ALTER TABLE " + table + " DISABLE TRIGGER USER")
                            .update();
                }
            }
            var orders = timed(
                    List.of(
                            "customer_order",
                            "order_milestone",
                            "subscription",
                            "subscription_term",
                            "subscription_line"),
                    some);
            var payments = timed(List.of("payment"), some);
            System.out.printf(
                    Locale.ROOT, "MEASURED triggers %s: order %.2f ms, payment %.2f ms%n", with, orders, payments);
            connection.rollback();
        }
        connection.setAutoCommit(true);
    }

    private double timed(List<String> tables, int some) {
        var started = System.nanoTime();
        var rows = 0;
        for (var table : tables) {
            var statement = Stream.of(STATEMENTS.split(ROWS))
                    .filter(one -> one.strip().startsWith("INSERT INTO " + table + " ("))
                    .findFirst()
                    .orElseThrow()
                    .replace("-2020-", "-2021-")
                    .replace("FROM subscription", "FROM subscription WHERE number LIKE 'SU-2021-%'")
                    .replace("'scale/' || number", "'more/' || number")
                    .replace("% 100 < 97", "% 100 >= 97 ORDER BY number LIMIT :n");
            rows = database.sql(statement).param("n", some).update();
        }
        return (System.nanoTime() - started) / 1e6 / Math.min(rows, some);
    }

    private void functions(Party seller) {
        database.sql("CREATE FUNCTION pg_temp.customer(n int) RETURNS uuid LANGUAGE sql IMMUTABLE AS "
                        + "$$ SELECT ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$")
                .update();
        database.sql("CREATE FUNCTION pg_temp.version(programme text) RETURNS int LANGUAGE sql STABLE AS "
                        + "$$ SELECT max(v.version) FROM partnerflow.programme_version v WHERE v.code = programme $$")
                .update();
        database.sql("CREATE FUNCTION pg_temp.device(n int) RETURNS uuid LANGUAGE sql IMMUTABLE AS "
                        + "$$ SELECT ('00000000-0000-4000-9000-' || lpad(to_hex(n), 12, '0'))::uuid $$")
                .update();
        database.sql(
                        "CREATE FUNCTION pg_temp.seller(n int) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN n % 2 = 0 THEN '"
                                + seller.id()
                                + "'::uuid ELSE ('00000000-0000-4000-8000-' || lpad(to_hex(1 + 2 * (n / 2 % 500)), 12, '0'))::uuid END $$")
                .update();
        database.sql(
                        "CREATE FUNCTION pg_temp.day(n int) RETURNS timestamptz LANGUAGE sql STABLE AS "
                                + "$$ SELECT date_trunc('day', now()) - make_interval(days => (n * 7919) % 1800, secs => n % 80000) $$")
                .update();
    }
}
