package dev.stagedoor.platform.persistence;

import jakarta.persistence.EntityManagerFactory;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.interceptor.BeanFactoryTransactionAttributeSourceAdvisor;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** Applies {@link RetriedTransactions} and {@link TransactionGuard}s to annotated and programmatic transactions. */
@Configuration(proxyBeanMethods = false)
class TransactionConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static RetriedTransactions retriedTransactions() {
        return new RetriedTransactions();
    }

    /** Surrounds the advisor that begins transactions. */
    @Bean
    @SuppressWarnings("NullAway")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor transactionRetry(
            BeanFactoryTransactionAttributeSourceAdvisor transactions, RetriedTransactions retried) {
        MethodInterceptor retry = call -> retried.proceed(
                () -> ((ProxyMethodInvocation) call).invocableClone().proceed());
        var advisor = new DefaultPointcutAdvisor(transactions.getPointcut(), retry);
        advisor.setOrder(transactions.getOrder() - 1);
        return advisor;
    }

    /** The guards are looked up at the first transaction, because they depend on repositories. */
    @Bean
    PlatformTransactionManager transactionManager(
            EntityManagerFactory entities,
            ObjectProvider<TransactionManagerCustomizers> customizers,
            ObjectProvider<TransactionGuard> guards) {
        var manager = new JpaTransactionManager(entities);
        customizers.ifAvailable(each -> each.customize(manager));
        return new GuardedTransactions(
                manager, SingletonSupplier.of(() -> guards.orderedStream().toList()));
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager, RetriedTransactions retried) {
        return new RetryingTransactionTemplate(manager, retried);
    }

    private static final class RetryingTransactionTemplate extends TransactionTemplate {

        private static final long serialVersionUID = 1L;

        private final transient RetriedTransactions retried;

        RetryingTransactionTemplate(PlatformTransactionManager manager, RetriedTransactions retried) {
            super(manager);
            this.retried = retried;
        }

        @Override
        public <T> T execute(TransactionCallback<T> action) {
            return retried.run(() -> super.execute(action));
        }
    }
}
