//! The three kinds of care, and sets of them.

use serde::{Deserialize, Serialize};

/// A kind of care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Service {
    /// 宿泊型 (ショートステイ).
    Stay,
    /// 日帰り型 (デイケア, 通所型).
    DayCare,
    /// 訪問型 (アウトリーチ).
    HomeVisit,
}

impl Service {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Service; 3] = [Service::Stay, Service::DayCare, Service::HomeVisit];
}

/// A set of services.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Services(u8);

impl Services {
    /// Every service.
    pub const ALL: Services = Services(7);

    /// The services in `services`.
    pub fn of(services: &[Service]) -> Services {
        Services(services.iter().fold(0, |bits, service| bits | Self::bit(*service)))
    }

    fn bit(service: Service) -> u8 {
        match service {
            Service::Stay => 1,
            Service::DayCare => 2,
            Service::HomeVisit => 4,
        }
    }

    /// Whether `service` is among them.
    pub fn contains(self, service: Service) -> bool {
        self.0 & Self::bit(service) != 0
    }

    /// The services, in the order in which they are shown.
    pub fn iter(self) -> impl Iterator<Item = Service> {
        Service::ALL.into_iter().filter(move |service| self.contains(*service))
    }
}
