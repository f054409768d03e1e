package dev.stagedoor.platform.web.strict;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.support.FormattingConversionService;
import org.springframework.validation.Validator;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;

/** Registers {@link StrictParameters} globally. An {@code @InitBinder} method would run for every parameter. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ParameterConfiguration {

    @Bean
    ConfigurableWebBindingInitializer webBindingInitializer(
            FormattingConversionService mvcConversionService, Validator mvcValidator, StrictParameters editors) {
        var initializer = new ConfigurableWebBindingInitializer();
        initializer.setConversionService(mvcConversionService);
        initializer.setValidator(mvcValidator);
        initializer.setPropertyEditorRegistrar(editors);
        return initializer;
    }
}
