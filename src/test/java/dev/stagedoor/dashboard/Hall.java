package dev.stagedoor.dashboard;

import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.Things;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A company with 120 days of favorites, and its owner. */
record Hall(UUID company, Person owner) {

    static final String NAME = "Northwall Climbing";
    static final int ACTIVITIES = 25;

    static Hall busy(BeanFactory service) {
        var hall = empty(service);
        hall.fill(service.getBean(JdbcClient.class));
        return hall;
    }

    static Hall empty(BeanFactory service) {
        var company = service.getBean(Things.class).company();
        service.getBean(JdbcClient.class)
                .sql("UPDATE companies.companies SET name = ? WHERE id = ?")
                .params(NAME, company)
                .update();
        return new Hall(company, service.getBean(People.class).member(company, "OWNER"));
    }

    /** Creates another such company with the same user as a member. */
    static Hall another(BeanFactory service, Person owner) {
        var hall = busy(service);
        service.getBean(JdbcClient.class)
                .sql("INSERT INTO companies.company_members (company_id, user_id, role) VALUES (?, ?, 'ANALYST')")
                .params(hall.company, owner.id())
                .update();
        return hall;
    }

    private void fill(JdbcClient jdbc) {
        jdbc.sql("""
                WITH hall AS (
                    INSERT INTO activities.activities (id, company_id, type, title)
                    SELECT gen_random_uuid(), :company,
                           CASE WHEN n % 3 = 0 THEN 'SERVICE' ELSE 'SLOT_BASED' END,
                           (ARRAY['First Rope', 'Night Wall', 'Lead Class', 'Children’s Hour', 'Slab Clinic'])[n % 5 + 1]
                               || (ARRAY[' for beginners', ' at the weekend', ' in the evening', ' outdoors', ' for two'])[n / 5 + 1]
                    FROM generate_series(0, :activities - 1) AS n
                    RETURNING id, title)
                INSERT INTO activities.favorite_changes (activity_id, day, added, removed)
                SELECT id, CAST(now() AT TIME ZONE 'UTC' AS date) - ago, luck / place, luck / place / 3 * (ago % 2)
                FROM (SELECT id, row_number() OVER (ORDER BY title) AS place FROM hall) AS ranked
                CROSS JOIN generate_series(0, 119) AS ago
                CROSS JOIN LATERAL (SELECT 40 - ago / 4 + 9 * (ago * place % 7) AS luck) AS chance""").param("company", company).param("activities", ACTIVITIES).update();
    }
}
