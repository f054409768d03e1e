package dev.stagedoor.demo;

import dev.stagedoor.account.RegistrationService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
class DemoConfiguration {

    @Bean
    DemoData demoData(JdbcTemplate jdbc, TransactionOperations transaction, RegistrationService registrations) {
        return new DemoData(jdbc, transaction, registrations::register);
    }
}
