package dev.stagedoor.platform.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Writes the bytes of a {@link Representation}. The OpenAPI documents show the type of its body. */
@Component
class RepresentationConverter extends AbstractHttpMessageConverter<Representation<?>> implements WebMvcConfigurer {

    RepresentationConverter() {
        super(MediaType.APPLICATION_JSON);
        SpringDocUtils.getConfig().addResponseWrapperToIgnore(Representation.class);
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(this);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Representation.class;
    }

    @Override
    protected boolean canRead(@Nullable MediaType type) {
        return false;
    }

    @Override
    protected Representation<?> readInternal(Class<? extends Representation<?>> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("Representations are write-only", input);
    }

    @Override
    protected void writeInternal(Representation<?> body, HttpOutputMessage output) throws IOException {
        output.getBody().write(body.json());
    }

    @Override
    protected Long getContentLength(Representation<?> body, @Nullable MediaType type) {
        return (long) body.json().length;
    }
}
