package dev.stagedoor.notification;

import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.event.TransactionalEventListener;

/** Starts the delivery in the background: after each commit that enqueues an email, and periodically for retries. */
final class EmailDispatcher implements DisposableBean {

    private final EmailDelivery delivery;
    private final ThreadPoolTaskExecutor executor;
    private volatile boolean ready;

    EmailDispatcher(EmailDelivery delivery) {
        this.delivery = delivery;
        this.executor = singleThread();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        ready = true;
        dispatch();
    }

    /** Does nothing until the service is ready. */
    @TransactionalEventListener(classes = EmailNotifications.EmailEnqueued.class, fallbackExecution = true)
    @Scheduled(fixedDelayString = "${stagedoor.mail.retry-after}", initialDelayString = "${stagedoor.mail.retry-after}")
    void dispatch() {
        if (ready) {
            executor.execute(delivery::deliver);
        }
    }

    @Override
    public void destroy() {
        executor.destroy();
    }

    /** Queues at most one run, because a run that has not started will see all enqueued emails. */
    private static ThreadPoolTaskExecutor singleThread() {
        var executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("mail-");
        executor.setCorePoolSize(1);
        executor.setMaxPoolSize(1);
        executor.setQueueCapacity(1);
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(10);
        executor.initialize();
        return executor;
    }
}
