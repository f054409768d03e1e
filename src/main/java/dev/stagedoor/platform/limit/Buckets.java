package dev.stagedoor.platform.limit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;

/** Where the buckets are kept. */
interface Buckets {

    ConsumptionProbe take(String key, BucketConfiguration configuration);

    void giveBack(String key, BucketConfiguration configuration);
}
