package dev.stagedoor.notification;

import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.event.TransactionalEventListener;

/** Delivers in the background: after each commit that put a mail, and every now and then what had to wait. */
final class EmailDispatcher implements DisposableBean {

    private final EmailDelivery delivery;
    private final ThreadPoolTaskExecutor executor;
    private volatile boolean ready;

    EmailDispatcher(EmailDelivery delivery) {
        this.delivery = delivery;
        this.executor = oneAtATime();
    }

    /** What is put before the service is ready waits until then. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        ready = true;
        wake();
    }

    @TransactionalEventListener(classes = Outbox.MailPut.class, fallbackExecution = true)
    @Scheduled(fixedDelayString = "${stagedoor.mail.retry-after}", initialDelayString = "${stagedoor.mail.retry-after}")
    void wake() {
        if (ready) {
            executor.execute(delivery::deliver);
        }
    }

    @Override
    public void destroy() {
        executor.destroy();
    }

    /** A run that has not begun will see what was put meanwhile, so one that waits is enough. */
    private static ThreadPoolTaskExecutor oneAtATime() {
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
