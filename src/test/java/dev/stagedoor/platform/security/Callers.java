package dev.stagedoor.platform.security;

import dev.stagedoor.access.ExpiredTokens;
import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.Things;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.BeanFactory;

/** One caller of every kind, by name. */
final class Callers {

    final UUID company;
    private final Http http;
    private final People people;
    private final Map<String, UnaryOperator<Http.Call>> callers = new LinkedHashMap<>();

    Callers(BeanFactory service) {
        http = service.getBean(Http.class);
        people = service.getBean(People.class);
        var things = service.getBean(Things.class);
        company = things.company();
        var other = things.company();
        var admin = people.admin();
        callers.put("anonymous", call -> call);
        callers.put("expired", withToken(ExpiredTokens.like(people.anyone().accessToken(), service)));
        callers.put("signed out", withToken(signedOut().accessToken()));
        callers.put("deactivated", withToken(deactivatedBy(admin).accessToken()));
        callers.put("person", withToken(people.anyone().accessToken()));
        callers.put("member", withToken(people.member(company, "ANALYST").accessToken()));
        callers.put("outsider", withToken(people.member(other, "OWNER").accessToken()));
        callers.put("admin", withToken(admin.accessToken()));
        callers.put("feed", withKey(key(admin, null, "catalog:write")));
        callers.put("reader", withKey(key(admin, company, "analytics:read")));
        callers.put("foreign", withKey(key(admin, other, "analytics:read")));
        callers.put("both", withKey(key(admin, company, "catalog:write\", \"analytics:read")));
        callers.put("decider", withKey(key(admin, null, "notifications:decide")));
        callers.put("courier", withKey(key(admin, null, "notifications:deliver")));
        callers.put("revoked", withKey(revoked(admin, key(admin, company, "catalog:write\", \"analytics:read"))));
    }

    /** Sends a request as a caller. */
    Answer send(String caller, Http.Call call) {
        return callers.get(caller).apply(call).send();
    }

    private static UnaryOperator<Http.Call> withToken(String token) {
        return call -> call.bearer(token);
    }

    private static UnaryOperator<Http.Call> withKey(Answer key) {
        return call -> call.header("X-API-Key", key.text("/key"));
    }

    private Person signedOut() {
        var person = people.anyone();
        http.post("/auth/logout", "{\"refreshToken\": \"%s\"}".formatted(person.refreshToken()))
                .send()
                .expect(204);
        return person;
    }

    private Person deactivatedBy(Person admin) {
        var person = people.anyone();
        http.patch("/admin/users/" + person.id(), "{\"isActive\": false}")
                .as(admin)
                .send()
                .expect(200);
        return person;
    }

    private Answer key(Person admin, UUID companyId, String scopes) {
        var company = companyId == null ? "null" : "\"" + companyId + "\"";
        var request = "{\"name\": \"Key\", \"scopes\": [\"%s\"], \"companyId\": %s}".formatted(scopes, company);
        return http.post("/admin/api-keys", request).as(admin).send().expect(201);
    }

    private Answer revoked(Person admin, Answer key) {
        http.delete("/admin/api-keys/" + key.text("/id")).as(admin).send().expect(204);
        return key;
    }
}
