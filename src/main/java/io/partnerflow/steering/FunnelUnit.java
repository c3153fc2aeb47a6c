package io.partnerflow.steering;

import java.util.List;

/** What a funnel counts, and the stages it goes through. */
enum FunnelUnit {
    /** Those who want to sell, from their application on. */
    PARTNERS(List.of("applied", "approved", "trial", "order", "active", "renewed"), """
            SELECT a.number AS subject, a.organisation_name AS name, a.programme, a.organisation_id AS reseller_id,
                   a.submitted_at AS t0, CASE WHEN a.status = 'APPROVED' THEN a.ended_at END AS t1,
                   p.tried_at AS t2, p.ordered_at AS t3, p.active_at AS t4, p.renewed_at AS t5
            FROM reseller_application a
            LEFT JOIN (SELECT reseller_id, programme, min(tried_at) AS tried_at, min(ordered_at) AS ordered_at,
                              min(active_at) AS active_at,
                              min(renewed_on) FILTER (WHERE renewed_on <= :today)::timestamptz AS renewed_at
                       FROM customer_path GROUP BY reseller_id, programme) p
                   ON p.reseller_id = a.organisation_id AND p.programme = a.programme
            WHERE a.submitted_at >= :begin AND a.submitted_at < :end
              AND (:programme = '' OR a.programme = :programme)
              AND (:reseller = '' OR lower(a.organisation_name) LIKE :pattern ESCAPE '\\')"""),
    /** A reseller's customers in a programme, from their first trial or order on. */
    CUSTOMERS(List.of("trial", "order", "active", "renewed"), """
            SELECT c.registration_number AS subject, c.name || ' · ' || r.name AS name, p.programme, p.reseller_id,
                   p.tried_at AS t0, p.ordered_at AS t1, p.active_at AS t2,
                   CASE WHEN p.renewed_on <= :today THEN p.renewed_on::timestamptz END AS t3
            FROM customer_path p JOIN organisation c ON c.id = p.customer_id JOIN organisation r ON r.id = p.reseller_id
            WHERE least(p.tried_at, p.ordered_at) >= :begin AND least(p.tried_at, p.ordered_at) < :end
              AND (:programme = '' OR p.programme = :programme)
              AND (:reseller = '' OR lower(r.name) LIKE :pattern ESCAPE '\\')""");

    private final List<String> stages;
    private final String path;

    FunnelUnit(List<String> stages, String path) {
        this.stages = stages;
        this.path = path;
    }

    /** Names of the stages, in their order; their texts are {@code steering.funnel.stage.<name>}. */
    List<String> stages() {
        return stages;
    }

    /** A row for each, with the moments {@code t0}, {@code t1} … at which it came to its stages. */
    String path() {
        return path;
    }

    /** When a row of {@link #path} began. */
    String began() {
        return this == PARTNERS ? "t0" : "least(t0, t1)";
    }
}
