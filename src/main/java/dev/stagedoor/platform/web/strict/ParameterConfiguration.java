package dev.stagedoor.platform.web.strict;

import java.util.List;
import org.springframework.beans.PropertyEditorRegistrar;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.support.FormattingConversionService;
import org.springframework.validation.Validator;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;

/**
 * Registers the property editors of all packages globally. An {@code @InitBinder} method would run for every parameter of
 * every request.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ParameterConfiguration {

    @Bean
    ConfigurableWebBindingInitializer webBindingInitializer(
            FormattingConversionService mvcConversionService,
            Validator mvcValidator,
            List<PropertyEditorRegistrar> editors) {
        var initializer = new ConfigurableWebBindingInitializer();
        initializer.setConversionService(mvcConversionService);
        initializer.setValidator(mvcValidator);
        initializer.setPropertyEditorRegistrars(editors.toArray(PropertyEditorRegistrar[]::new));
        return initializer;
    }
}
