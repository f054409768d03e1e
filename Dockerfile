# Builds the image of the service: `docker build -t stagedoor .`. See docs/deployment.md.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
# Maven downloads are a separate layer, which is cached until pom.xml changes.
COPY mvnw pom.xml ./
COPY .mvn .mvn
# For a Maven mirror: --build-arg MVNW_DISTRIBUTION_URL=…, --build-arg MAVEN_ARGS=…
ARG MVNW_DISTRIBUTION_URL
ARG MAVEN_ARGS
RUN ./mvnw -B -ntp -q dependency:go-offline
COPY src src
# The context contains no git metadata: --build-arg GIT_REVISION="$(git rev-parse HEAD)"
ARG GIT_REVISION
RUN [ -z "$GIT_REVISION" ] || printf 'git.commit.id=%s\ngit.commit.id.abbrev=%.7s\n' "$GIT_REVISION" "$GIT_REVISION" \
        >src/main/resources/git.properties
RUN ./mvnw -B -ntp -q package -Dmaven.test.skip \
    && java -Djarmode=tools -jar target/stagedoor.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre AS service
RUN groupadd --system --gid 10001 stagedoor \
    && useradd --system --uid 10001 --gid 10001 --no-create-home --home-dir /app --shell /usr/sbin/nologin stagedoor
WORKDIR /app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./

# Creates the AOT cache with a temporary database, which exists only in this stage.
FROM service AS training
RUN apt-get update -qq \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends curl postgresql
COPY ops/aot-cache ops/lib.sh /ops/
RUN /ops/aot-cache /app

FROM service
COPY --from=training /app/stagedoor.aot ./
ENV SPRING_PROFILES_ACTIVE=prod
USER 10001:10001
EXPOSE 8080 9090
STOPSIGNAL SIGTERM
# Uses bash instead of curl, which the image does not contain.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
# Options for a container with 384 MiB. The process needs about 270 MiB in addition to the heap, including mapped files that the kernel
# can evict. A larger heap causes constant rereading of these files. ArchiveRelocationMode=0 maps the AOT cache at its preferred address,
# so its pages stay shared and clean. The initial heap must have space for the objects in the cache. JAVA_TOOL_OPTIONS can add options;
# its -Xms and -Xmx override the percentages.
ENV MALLOC_ARENA_MAX=2
ENTRYPOINT ["java", "-XX:AOTCache=/app/stagedoor.aot", "-XX:+UseCompactObjectHeaders", \
    "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0", \
    "-XX:InitialRAMPercentage=20", "-XX:MaxRAMPercentage=30", "-XX:TrimNativeHeapInterval=5000", "-XX:+ExitOnOutOfMemoryError", \
    "-jar", "/app/stagedoor.jar"]
