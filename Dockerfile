# The service as an image: `docker build -t stagedoor .`; docs/deployment.md tells how it is run.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
# What Maven downloads is a layer of its own, which stays until pom.xml changes.
COPY mvnw pom.xml ./
COPY .mvn .mvn
# Where Maven's archive or repository is a mirror: --build-arg MVNW_DISTRIBUTION_URL=…, --build-arg MAVEN_ARGS=…
ARG MVNW_DISTRIBUTION_URL
ARG MAVEN_ARGS
RUN ./mvnw -B -ntp -q dependency:go-offline
COPY src src
RUN ./mvnw -B -ntp -q package -Dmaven.test.skip -Dspotless.check.skip \
    && java -Djarmode=tools -jar target/stagedoor.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre AS service
RUN groupadd --system --gid 10001 stagedoor \
    && useradd --system --uid 10001 --gid 10001 --no-create-home --home-dir /app --shell /usr/sbin/nologin stagedoor
WORKDIR /app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./

# Starts the service once, over a database that goes with this stage, calls it, and keeps the classes that this took.
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
# Its own check needs no other program: it asks whether the service is ready to answer.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
# So that it is at home in 384 MiB: beside the heap it needs some 270 MiB, of which the files can be dropped and read again. With
# more for the heap it reads them again all the time, and hardly answers. The cache is mapped where it was made for, which
# leaves its pages to be shared and unwritten; and a heap that began smaller could not take what the cache holds of it.
# JAVA_TOOL_OPTIONS may add to these, and its -Xms and -Xmx win over the percentages.
ENV MALLOC_ARENA_MAX=2
ENTRYPOINT ["java", "-XX:AOTCache=/app/stagedoor.aot", "-XX:+UseCompactObjectHeaders", \
    "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0", \
    "-XX:InitialRAMPercentage=20", "-XX:MaxRAMPercentage=30", "-XX:TrimNativeHeapInterval=5000", "-XX:+ExitOnOutOfMemoryError", \
    "-jar", "/app/stagedoor.jar"]
