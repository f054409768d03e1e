package dev.stagedoor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.core.env.Environment;

/** An HTTP client for the running service. Checks every response against the OpenAPI documents ({@link Contract}). */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Runnable::run)
            .build();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Environment environment;

    Http(Environment environment) {
        this.environment = environment;
    }

    /** The base URL of the main port. */
    public String address() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    public Call get(String path) {
        return new Call("GET", path, BodyPublishers.noBody());
    }

    public Call delete(String path) {
        return new Call("DELETE", path, BodyPublishers.noBody());
    }

    public Call post(String path, String json) {
        return withJson("POST", path, json);
    }

    public Call put(String path, String json) {
        return withJson("PUT", path, json);
    }

    public Call patch(String path, String json) {
        return withJson("PATCH", path, json);
    }

    /** Creates a request with any method and body, without a {@code Content-Type}. */
    public Call call(String method, String path, BodyPublisher body) {
        return new Call(method, path, body);
    }

    private Call withJson(String method, String path, String json) {
        return new Call(method, path, BodyPublishers.ofString(json)).header("Content-Type", "application/json");
    }

    /** A request builder. */
    public final class Call {

        private final HttpRequest.Builder request;

        private Call(String method, String path, BodyPublisher body) {
            this.request = HttpRequest.newBuilder(URI.create(address() + path))
                    .method(method, body)
                    .timeout(TIMEOUT);
        }

        /** Sets a header and replaces existing values. */
        public Call header(String name, String value) {
            request.setHeader(name, value);
            return this;
        }

        /** Adds a header value. */
        public Call another(String name, String value) {
            request.header(name, value);
            return this;
        }

        public Call as(Person person) {
            return bearer(person.accessToken());
        }

        public Call bearer(String token) {
            return header("Authorization", "Bearer " + token);
        }

        /** Sends the request. Fails if the response is not documented. */
        public Answer send() {
            try {
                var response = CLIENT.send(request.build(), BodyHandlers.ofString());
                Contract.ofTheService().check(Exchange.of(response));
                return new Answer(response);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interruption);
            }
        }
    }
}
