package dev.stagedoor.platform.persistence;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.interceptor.BeanFactoryTransactionAttributeSourceAdvisor;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** Every transaction, annotated or written out, is one that is retried. */
@Configuration(proxyBeanMethods = false)
class TransactionConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static RetriedTransactions retriedTransactions() {
        return new RetriedTransactions();
    }

    /** Around the advisor that begins the transactions. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor transactionRetry(
            BeanFactoryTransactionAttributeSourceAdvisor transactions, RetriedTransactions retried) {
        MethodInterceptor again = call -> retried.proceed(
                () -> ((ProxyMethodInvocation) call).invocableClone().proceed());
        var advisor = new DefaultPointcutAdvisor(transactions.getPointcut(), again);
        advisor.setOrder(transactions.getOrder() - 1);
        return advisor;
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager, RetriedTransactions retried) {
        return new RetriedTemplate(manager, retried);
    }

    private static final class RetriedTemplate extends TransactionTemplate {

        private static final long serialVersionUID = 1L;

        private final transient RetriedTransactions retried;

        RetriedTemplate(PlatformTransactionManager manager, RetriedTransactions retried) {
            super(manager);
            this.retried = retried;
        }

        @Override
        public <T> T execute(TransactionCallback<T> action) {
            return retried.run(() -> super.execute(action));
        }
    }
}
