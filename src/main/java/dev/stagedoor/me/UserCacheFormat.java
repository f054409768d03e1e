package dev.stagedoor.me;

import dev.stagedoor.platform.cache.CacheFormat;
import dev.stagedoor.platform.web.EntityTags;
import dev.stagedoor.platform.web.Representation;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.data.redis.serializer.SerializationException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Stores a {@link MeDto} in Redis as JSON. Rejects entries of other versions, with missing or unknown fields. */
@Component
@ConditionalOnProperty(name = "stagedoor.cache", havingValue = "redis")
class UserCacheFormat implements CacheFormat<Representation<MeDto>> {

    private final EntityTags tags;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    UserCacheFormat(EntityTags tags) {
        this.tags = tags;
    }

    @Override
    public String cacheName() {
        return UserCache.NAME;
    }

    @Override
    public byte[] serialize(@Nullable Representation<MeDto> me) {
        return json.writeValueAsBytes(Objects.requireNonNull(me).body());
    }

    @Override
    public Representation<MeDto> deserialize(byte @Nullable [] bytes) {
        try {
            return Optional.ofNullable(json.readValue(bytes, MeDto.class))
                    .filter(me -> me.id() != null)
                    .map(tags::represent)
                    .orElseThrow(() -> new SerializationException("The entry is incomplete"));
        } catch (JacksonException invalidEntry) {
            throw new SerializationException("The entry is not a current user", invalidEntry);
        }
    }
}
